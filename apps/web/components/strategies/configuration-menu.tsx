'use client';

import { Archive, Copy, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import type { Configuration } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';
import { changeSearch } from '@/lib/url-state';
import { ArchiveDialog } from './archive-dialog';

/** What is seldom done with a configuration. */
export function ConfigurationMenu({
  configuration,
  runs,
}: {
  readonly configuration: Configuration;
  readonly runs: readonly Session[];
}) {
  const [isArchiving, setIsArchiving] = useState(false);
  const { strategy, params } = configuration;
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="ghost" size="icon-small" aria-label="More for this configuration">
            <Ellipsis aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem
            onSelect={() =>
              changeSearch({ strategy, params: JSON.stringify(params), configuration: undefined, tab: undefined }, true)
            }
          >
            <Copy aria-hidden /> Copy as a new configuration
          </MenuItem>
          <MenuItem onSelect={() => setIsArchiving(true)}>
            <Archive aria-hidden /> Archive…
          </MenuItem>
        </MenuContent>
      </Menu>
      <ArchiveDialog
        configuration={configuration}
        runs={runs}
        isOpen={isArchiving}
        onClose={() => setIsArchiving(false)}
      />
    </>
  );
}
