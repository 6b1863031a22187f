'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import type { Run } from './use-runs';

/** What can be done with a run of the list. */
export function RunActions({
  run,
  onLabel,
  onDelete,
}: {
  readonly run: Run;
  readonly onLabel: (run: Run) => void;
  readonly onDelete: (run: Run) => void;
}) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon-small" aria-label={`More for ${run.symbol} ${run.strategy}`}>
          <Ellipsis aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end" onClick={(event) => event.stopPropagation()}>
        <MenuItem onSelect={() => onLabel(run)}>
          <Pencil aria-hidden /> Edit tags and note…
        </MenuItem>
        <MenuItem onSelect={() => onDelete(run)}>
          <Trash2 aria-hidden /> Delete…
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
