import type { ReactNode } from 'react';

/** A part of the settings, under a line. */
export function SettingsSection({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="border-line border-b px-3.5 py-3 last:border-b-0">
      <div className="mb-2.5 flex min-h-6 items-center justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        {actions}
      </div>
      {children}
    </section>
  );
}
