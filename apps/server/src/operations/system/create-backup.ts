import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';

export const createBackup = defineOperation({
  id: 'system.create-backup',
  summary: 'Write a backup of the embedded database, as it is at one moment, into the data directory.',
  input: z.object({}),
  output: z.object({
    /** On the machine of the server. */
    file: z.string(),
    createdAt: WireInstant,
    migrations: z.array(z.string()),
  }),
  scope: 'system:write',
  needs: ['backups'],
  http: {
    method: 'POST',
    path: '/system/backups',
    status: 201,
    isHeavy: true,
    examples: [{ summary: 'Back up now', input: {} }],
    problems: [{ code: 'backup.not-embedded', kind: 'conflict', when: 'the data is on a PostgreSQL server' }],
  },
  run: async ({ backups }) => {
    const { file, createdAt, migrations } = await backups.create();
    return { file, createdAt: isoFromInstant(createdAt), migrations: [...migrations] };
  },
});
