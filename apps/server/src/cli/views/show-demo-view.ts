import type { DemoShape } from '../../operations/demo/demo-shape.ts';
import { showDemo } from '../../operations/demo/show-demo.ts';
import { wrap } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';
import { defineView } from '../view.ts';

export const showDemoView = defineView(showDemo, (demo, terminal) => ({ text: demoText(demo, terminal), exitCode: 0 }));

/** Returns where the demo is, and below it what is real in it and what is not. */
export function demoText({ accountId, sessionId, configurations, labels }: DemoShape, terminal: Terminal): string {
  if (accountId === null) return 'There is no demo. candor demo reset makes one.';
  const trading = sessionId === null ? 'and never traded' : `trading as session ${sessionId}`;
  const { prices, replay, money, synthetic } = labels;
  return [
    `The demo is account ${accountId}, ${trading}: ${configurations.join(', ')}.`,
    '',
    ...[prices, replay, money, synthetic].flatMap((label) => wrap(label, terminal.columns)),
    ...(sessionId === null ? [] : ['', terminal.style.dim(`How far it is: candor session show ${sessionId}`)]),
  ].join('\n');
}
