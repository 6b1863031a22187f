import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';

/**
 * The only orders that pass are those that flatten: intent `exit`, and nothing left of the position afterwards. That a caller says `exit`
 * is not enough, since a label proves nothing; a stop around a position does not pass either, because the switch cancels working orders.
 */
export const killSwitch = defineLimit({
  id: 'kill-switch',
  code: 'KILL_SWITCH',
  title: 'Kill switch',
  summary: 'While everything is halted, lets only orders pass that close a whole position.',
  params: z.strictObject({}),
  unit: 'none',
  presence: 'always',
  skipsReducing: false,
  alone: true,
  create: () => ({
    check({ halt, order, newQuantity, isReducing }) {
      if (halt === undefined || halt.level !== 'all') return undefined;
      if (order.intent === 'exit' && isReducing && newQuantity === 0) return undefined;
      return deny(
        'KILL_SWITCH',
        `Trading is halted: ${halt.reason}. Only orders that close a whole position pass until a named person resumes.`,
      );
    },
  }),
});
