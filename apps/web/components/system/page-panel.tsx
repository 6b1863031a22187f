'use client';

import { ConditionMark } from '@/components/parts/marks';
import { Panel } from '@/components/parts/panel';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { useConnection, useLive, useTopic } from '@/lib/live/live-provider';
import { type ThemeChoice, useTheme } from '@/lib/theme';
import { age, clock, EXCHANGE_CITY, EXCHANGE_ZONE } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { Fact, Facts } from './facts';

/** This page: its connection to the server, the clocks it shows, and how it looks. */
export function PagePanel() {
  const now = useNow();
  const connection = useConnection();
  const live = useLive();
  const topics = [useTopic('health'), useTopic('jobs'), useTopic('sessions')];
  const heardAtMs = Math.max(0, ...topics.map(({ receivedAtMs }) => receivedAtMs ?? 0));
  const [theme, setTheme] = useTheme();
  const zone = now === 0 ? undefined : Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Panel
      title="This page"
      receipt={<span>What this browser remembers is how things look, nothing about money.</span>}
    >
      <Facts>
        <Fact name="Live channel">
          <span className="inline-flex items-center gap-2">
            <ConditionMark
              of={connection.kind === 'open' ? 'ok' : connection.kind === 'lost' ? 'down' : 'off'}
              word="state"
            />
            {connection.kind === 'open'
              ? 'connected'
              : connection.kind === 'lost'
                ? `lost ${now === 0 ? '' : `${age(now - connection.sinceMs)} ago`}`
                : 'connecting'}
          </span>
          {connection.kind === 'lost' && (
            <Button size="small" variant="link" className="ml-2" onClick={() => live.tryNow()}>
              Try now
            </Button>
          )}
        </Fact>
        <Fact name="Last change of jobs, sessions, health">
          {heardAtMs === 0 || now === 0 ? 'not yet' : `${age(now - heardAtMs)} ago`}
        </Fact>
        <Fact name="Your time zone">{zone ?? 'not known yet'}</Fact>
        <Fact name="Your time">{zone === undefined ? '' : clock(now, zone)}</Fact>
        <Fact name={`${EXCHANGE_CITY}, by the wall`}>{now === 0 ? '' : clock(now, EXCHANGE_ZONE)}</Fact>
      </Facts>
      <p aria-hidden className="mt-3 mb-1.5 text-small text-text-2">
        Theme
      </p>
      <Segmented<ThemeChoice>
        label="Theme"
        value={theme}
        options={[
          { value: 'system', label: 'System' },
          { value: 'dark', label: 'Dark' },
          { value: 'light', label: 'Light' },
          { value: 'contrast', label: 'High contrast' },
        ]}
        onChange={setTheme}
        className="flex"
      />
    </Panel>
  );
}
