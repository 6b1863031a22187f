import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';

export const haltEntries = defineLimit({
  id: 'halt-entries',
  code: 'HALT_ENTRIES',
  title: 'Halt of entries',
  summary: 'While entries are halted, lets only reducing orders pass.',
  params: z.strictObject({}),
  unit: 'none',
  presence: 'always',
  skipsReducing: true,
  create: () => ({
    check({ halt }) {
      if (halt === undefined) return undefined;
      const until = halt.until === 'next-session' ? 'the next session' : 'a named person resumes';
      return deny(
        'HALT_ENTRIES',
        `New positions are halted until ${until}: ${halt.reason}. Orders that reduce a position pass.`,
      );
    },
  }),
});
