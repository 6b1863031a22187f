import { expect, it } from 'vitest';
import { LIVE_TOPICS, type LiveTopic, liveTopic, parseLiveTopic } from './live-topics.ts';

it('reads back every name that it gives', () => {
  for (const topic of Object.keys(LIVE_TOPICS) as LiveTopic[]) {
    const id = LIVE_TOPICS[topic].includes('{id}') ? 'run-1_a' : '';
    expect(parseLiveTopic(liveTopic(topic, id))).toEqual({ topic, id });
  }
});

it.each([
  '',
  'bars',
  'sessions/',
  'sessions//bars',
  'sessions/a/b/bars',
  'sessions/a/jobs',
  'sessions/{id}/bars',
  'toString',
  'sessions/a/toString',
  'Jobs',
  ' jobs',
])('knows no topic "%s"', (name) => expect(parseLiveTopic(name)).toBeUndefined());
