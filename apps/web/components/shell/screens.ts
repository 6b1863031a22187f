import {
  CandlestickChart,
  Database,
  FlaskConical,
  LayoutDashboard,
  type LucideIcon,
  ReceiptText,
  Server,
  Shapes,
  ShieldCheck,
  WalletCards,
} from 'lucide-react';

export interface Screen {
  readonly path: string;
  readonly title: string;
  /** Typed after g. */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly group: 'Trading' | 'Research' | 'Control';
}

/** Every screen, in the order of the rail. */
export const screens: readonly Screen[] = [
  { path: '/', title: 'Overview', key: 'o', icon: LayoutDashboard, group: 'Trading' },
  { path: '/chart', title: 'Chart', key: 'c', icon: CandlestickChart, group: 'Trading' },
  { path: '/orders', title: 'Orders', key: 'r', icon: ReceiptText, group: 'Trading' },
  { path: '/portfolio', title: 'Portfolio', key: 'p', icon: WalletCards, group: 'Trading' },
  { path: '/strategies', title: 'Strategies', key: 't', icon: Shapes, group: 'Research' },
  { path: '/backtests', title: 'Backtest lab', key: 'b', icon: FlaskConical, group: 'Research' },
  { path: '/risk', title: 'Risk', key: 'k', icon: ShieldCheck, group: 'Control' },
  { path: '/data', title: 'Data', key: 'd', icon: Database, group: 'Control' },
  { path: '/system', title: 'System', key: 'y', icon: Server, group: 'Control' },
];

/** Returns whether a screen is the one of a path; the report belongs to the lab. */
export function isAt(screen: Screen, path: string): boolean {
  return screen.path === '/' ? path === '/' : path === screen.path || path.startsWith(`${screen.path}/`);
}
