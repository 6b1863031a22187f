import { ExternalLink } from 'lucide-react';
import { Panel } from '@/components/parts/panel';

const links = [
  { path: '/docs', title: 'API reference', says: 'every operation, with examples' },
  { path: '/health', title: 'Health', says: 'the process is alive' },
  { path: '/ready', title: 'Ready', says: 'it can take requests' },
  { path: '/metrics', title: 'Metrics', says: 'for Prometheus' },
] as const;

const notices = [
  { name: 'Charts: TradingView Lightweight Charts', licence: 'Apache-2.0', at: 'https://www.tradingview.com/' },
  { name: 'Inter', licence: 'OFL-1.1', at: 'https://rsms.me/inter/' },
  { name: 'JetBrains Mono', licence: 'OFL-1.1', at: 'https://www.jetbrains.com/lp/mono/' },
  { name: 'Lucide icons', licence: 'ISC', at: 'https://lucide.dev/' },
  { name: 'Next.js', licence: 'MIT', at: 'https://nextjs.org/' },
  { name: 'React', licence: 'MIT', at: 'https://react.dev/' },
  { name: 'Radix Primitives', licence: 'MIT', at: 'https://www.radix-ui.com/' },
  { name: 'TanStack Query and Virtual', licence: 'MIT', at: 'https://tanstack.com/' },
  { name: 'Tailwind CSS', licence: 'MIT', at: 'https://tailwindcss.com/' },
] as const;

const link = 'inline-flex min-h-6 items-center gap-1.5 text-accent underline underline-offset-4 max-phone:min-h-11';

/** Where machines look, and what Candor is made of. */
export function LinksPanel() {
  return (
    <Panel
      title="Links and notices"
      receipt={<span>Charts by TradingView Lightweight Charts, © TradingView, Inc.</span>}
    >
      <ul className="text-small">
        {links.map(({ path, title, says }) => (
          <li key={path} className="flex flex-wrap items-center justify-between gap-x-3">
            <a href={path} target="_blank" rel="noreferrer" className={link}>
              {title} <ExternalLink aria-hidden className="size-3" />
              <span className="sr-only">, opens in a new tab</span>
            </a>
            <span className="text-text-2">{says}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-3 mb-1 font-semibold text-small">Licence</h3>
      <p className="text-small text-text-2">
        Candor is free software under the MIT licence, without any warranty. Nothing here is advice to invest, and no
        order leaves this machine.
      </p>
      <h3 className="mt-3 mb-1 font-semibold text-small">Made with</h3>
      <ul className="text-small">
        {notices.map(({ name, licence, at }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-3">
            <a href={at} target="_blank" rel="noreferrer" className={link}>
              {name}
              <span className="sr-only">, opens in a new tab</span>
            </a>
            <span className="text-text-2">{licence}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
