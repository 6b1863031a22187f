'use client';

import { Monitor, Moon, Plus, Sun, SunMoon, WalletCards } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { type ThemeChoice, useTheme } from '@/lib/theme';

const themes = [
  { value: 'system', title: 'As the system', icon: Monitor },
  { value: 'dark', title: 'Dark', icon: Moon },
  { value: 'light', title: 'Light', icon: Sun },
  { value: 'contrast', title: 'High contrast', icon: SunMoon },
] as const satisfies readonly { readonly value: ThemeChoice; readonly title: string; readonly icon: typeof Sun }[];

/** Which paper account the screens are about, and how they look. */
export function AccountMenu({ isNarrow }: { readonly isNarrow: boolean }) {
  const { account, accounts, choose, isLoading, href } = useCurrent();
  const router = useRouter();
  const [theme, setTheme] = useTheme();
  const name = account?.name ?? (isLoading ? 'Loading' : 'No account yet');
  return (
    <Menu>
      <MenuTrigger
        className={cn(
          'flex min-h-11 items-center gap-2.5 rounded-panel border border-line px-2.5 py-1.5 text-left hover:bg-inset',
          isNarrow && 'justify-center px-0',
          !isNarrow && 'max-wide:justify-center max-wide:px-0',
        )}
      >
        <WalletCards aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        <span className={cn('min-w-0', isNarrow ? 'sr-only' : 'max-wide:sr-only')}>
          <span className="block text-micro text-text-2">Paper account</span>
          <span className="block truncate font-semibold text-small">{name}</span>
        </span>
        <span className="sr-only">, choose account and theme</span>
      </MenuTrigger>
      <MenuContent align="start" side="top">
        <MenuLabel>Paper accounts</MenuLabel>
        <MenuRadioGroup value={account?.id ?? ''} onValueChange={choose}>
          {accounts.map(({ id, name: title }) => (
            <MenuRadioItem key={id} value={id}>
              <span className="flex-1">{title}</span>
              <span className="font-mono text-micro text-text-3">{id}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuItem onSelect={() => router.push(href('/strategies', { make: 'account' }))}>
          <Plus aria-hidden /> New account…
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Theme</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(value) => setTheme(value as ThemeChoice)}>
          {themes.map(({ value, title, icon: Icon }) => (
            <MenuRadioItem key={value} value={value}>
              <Icon aria-hidden /> {title}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
