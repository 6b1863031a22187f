'use client';

import { Dialog, DialogContent } from '@/components/ui/dialog';
import { activeShortcuts } from '@/lib/keys';

/** Every key that works on this page. */
export function CheatSheet({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title="Keys"
        description="What works on this page, besides Tab, Enter and the arrows."
        className="w-[min(720px,calc(100vw-24px))]"
      >
        <div className="columns-2 gap-8 max-phone:columns-1">
          {[...(isOpen ? activeShortcuts() : [])].map(([group, shortcuts]) => (
            <section key={group} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 font-semibold text-small text-text-2">{group}</h3>
              <dl>
                {shortcuts.map(({ keys, does }) => (
                  <div key={keys} className="flex min-h-7 items-center justify-between gap-4">
                    <dt>{does}</dt>
                    <dd className="flex gap-1">
                      {spoken(keys).map((key) => (
                        <kbd key={key} className="rounded-mark border border-line-strong px-1.5 font-sans text-micro">
                          {key}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

const names: Record<string, string> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

function spoken(keys: string): readonly string[] {
  return keys.split(/[ +](?=.)/).map((key) => names[key] ?? key);
}
