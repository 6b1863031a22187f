import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LIVE_TOPICS } from '../../resources/live-topics.ts';
import { CLOSE_CODES, LIVE_ERROR_CODES, ServerFrame } from './protocol.ts';
import { readClientMessage } from './read-client-message.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../../docs/live-channel.md'), 'utf8');
const linesAfter = (mark: string): string[] =>
  guide.split('\n').flatMap((line) => (line.startsWith(`${mark} {`) ? line.slice(mark.length + 1) : []));

it('is what the guide shows', () => {
  const told = linesAfter('<');
  const said = linesAfter('>');
  expect(told.length).toBeGreaterThan(5);
  expect(said.length).toBeGreaterThan(3);
  for (const line of told) expect(ServerFrame.parse(JSON.parse(line)), line).toEqual(JSON.parse(line));
  for (const line of said) expect(readClientMessage(Buffer.from(line), false, 4_096), line).toMatchObject({ ok: true });
});

it('is told in the guide whole: every topic, every error and every reason to close', () => {
  for (const word of [...Object.values(LIVE_TOPICS), ...LIVE_ERROR_CODES]) expect(guide).toContain(`\`${word}\``);
  for (const code of Object.values(CLOSE_CODES)) expect(guide).toContain(`| ${code} |`);
});
