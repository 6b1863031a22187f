import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { createBackup } from './create-backup.ts';

export const backupToFile = defineOperation({
  id: 'system.backup-to-file',
  summary: 'Back up the embedded database to a file of yours, also while the server runs.',
  input: z.object({ file: z.string().min(1).describe('Where to; a file that does not exist yet.') }),
  output: z.object({ file: z.string(), bytes: z.int(), createdAt: z.string() }),
  scope: 'system:write',
  needs: ['files'],
  cli: {
    command: 'backup',
    positionals: ['file'],
    examples: [{ line: 'candor backup candor-backup.tar.gz', shows: 'everything that is kept, in one file' }],
  },
  run: async ({ files }, { file }, caller) => {
    files.refuseExisting(file);
    const made = await caller.call(createBackup, {});
    const bytes = await files.moveNew(made.file, file);
    return { file, bytes, createdAt: made.createdAt };
  },
});
