'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { CandlestickChart, FlaskConical, Keyboard, Palette, Pause, Play, StepForward } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { api, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { percentChange } from '@/lib/format';
import { useTheme } from '@/lib/theme';
import { screens } from './screens';
import { useSessionCommands } from './use-session-commands';

/** Symbols, runs, screens and commands in one field. */
export function CommandPalette({
  isOpen,
  onOpenChange,
  onKeys,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onKeys: () => void;
}) {
  const router = useRouter();
  const { session, href, accounts, choose } = useCurrent();
  const commands = useSessionCommands(session);
  const [, setTheme] = useTheme();
  const symbols = useQuery({ queryKey: ['symbols'], queryFn: () => read(api.GET('/api/symbols')), enabled: isOpen });
  const runs = useQuery({
    queryKey: ['runs', 'palette'],
    queryFn: () => read(api.GET('/api/backtests', { params: { query: { limit: 50 } } })),
    enabled: isOpen,
  });
  const bySymbol = [...Map.groupBy(symbols.data?.series ?? [], ({ symbol }) => symbol)];
  const act = (deed: () => void) => () => {
    onOpenChange(false);
    deed();
  };
  const isActive = session !== undefined && session.state !== 'finished' && session.state !== 'stopped';

  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      label="Symbols, runs, screens and commands"
      overlayClassName="fixed inset-0 z-50 bg-black/50"
      contentClassName="fixed top-[10vh] left-1/2 z-50 w-[min(640px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-panel border border-line-strong bg-raised shadow-raised"
      className="flex max-h-[70vh] flex-col"
    >
      <Command.Input
        placeholder="Symbol, run, screen or command"
        className="h-12 shrink-0 border-line border-b bg-transparent px-4 text-lead placeholder:text-text-2 focus-visible:outline-none"
      />
      <Command.List className="min-h-0 overflow-y-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-micro [&_[cmdk-group-heading]]:text-text-2">
        <Command.Empty className="px-3 py-6 text-center text-text-2">
          Nothing is called that. Symbols come from Data, runs from the lab.
        </Command.Empty>
        <Command.Group heading="Symbols">
          {bySymbol.map(([symbol, [series]]) => (
            <Item
              key={symbol}
              icon={<CandlestickChart aria-hidden />}
              value={`${symbol} ${series?.name ?? ''}`}
              onSelect={act(() => router.push(href('/chart', { symbol })))}
            >
              <span className="font-semibold">{symbol}</span> <span className="text-text-2">{series?.name}</span>
              {series?.synthetic === true && <span className="ml-auto text-micro text-text-2">synthetic</span>}
            </Item>
          ))}
        </Command.Group>
        <Command.Group heading="Screens">
          {screens.map(({ path, title, icon: Icon, key }) => (
            <Item
              key={path}
              icon={<Icon aria-hidden />}
              value={`Go to ${title}`}
              onSelect={act(() => router.push(href(path)))}
              hint={`g ${key}`}
            >
              {title}
            </Item>
          ))}
        </Command.Group>
        <Command.Group heading="Commands">
          {isActive && (
            <>
              <Item
                icon={session.state === 'running' ? <Pause aria-hidden /> : <Play aria-hidden />}
                value="Pause or go on with the replay"
                onSelect={act(commands.pauseOrResume)}
              >
                {session.state === 'running' ? 'Pause the replay' : 'Go on with the replay'}
              </Item>
              {session.state !== 'running' && (
                <Item icon={<StepForward aria-hidden />} value="Step one bar" onSelect={act(commands.step)}>
                  Step one bar
                </Item>
              )}
            </>
          )}
          <Item
            icon={<FlaskConical aria-hidden />}
            value="Run a backtest"
            onSelect={act(() => router.push(href('/backtests')))}
          >
            Run a backtest
          </Item>
          {(['dark', 'light', 'contrast', 'system'] as const).map((theme) => (
            <Item
              key={theme}
              icon={<Palette aria-hidden />}
              value={`Theme ${theme}`}
              onSelect={act(() => setTheme(theme))}
            >
              {theme === 'system'
                ? 'Theme as the system'
                : theme === 'contrast'
                  ? 'High contrast theme'
                  : `${theme === 'dark' ? 'Dark' : 'Light'} theme`}
            </Item>
          ))}
          {accounts.length > 1 &&
            accounts.map(({ id, name }) => (
              <Item key={id} icon={null} value={`Account ${name} ${id}`} onSelect={act(() => choose(id))}>
                Show the account {name}
              </Item>
            ))}
          <Item icon={<Keyboard aria-hidden />} value="Keys" onSelect={act(onKeys)} hint="?">
            Show the keys
          </Item>
        </Command.Group>
        {(runs.data?.runs.length ?? 0) > 0 && (
          <Command.Group heading="Runs">
            {runs.data?.runs.map(({ runId, strategy, symbol, headline, totalReturn }) => (
              <Item
                key={runId}
                icon={<FlaskConical aria-hidden />}
                value={`${strategy} ${symbol} ${runId}`}
                onSelect={act(() => router.push(href('/backtests/report', { run: runId })))}
              >
                <span className="truncate">
                  {strategy} on {symbol} <span className="text-text-2">{headline}</span>
                </span>
                {totalReturn !== null && (
                  <span className="ml-auto text-small text-text-2">{percentChange(totalReturn)}</span>
                )}
              </Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  );
}

function Item({
  icon,
  value,
  onSelect,
  hint,
  children,
}: {
  readonly icon: ReactNode;
  readonly value: string;
  readonly onSelect: () => void;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-inset data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)] max-phone:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-text-3"
    >
      {icon}
      <span className="flex min-w-0 flex-1 items-center gap-1.5">{children}</span>
      {hint !== undefined && <kbd className="font-sans text-micro text-text-2">{hint}</kbd>}
    </Command.Item>
  );
}
