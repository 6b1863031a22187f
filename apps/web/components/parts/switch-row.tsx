import type { ReactNode } from 'react';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';

/** A label at the left and what is on or off at the right. */
export function SwitchRow({
  id,
  label,
  help,
  error,
  checked,
  disabled = false,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <div data-slot="field">
      <div className="flex min-h-6 items-center justify-between gap-3 max-phone:min-h-11">
        <Label htmlFor={id}>{label}</Label>
        <Switch id={id} checked={checked} disabled={disabled} onCheckedChange={onChange} />
      </div>
      {help !== undefined && <p className="max-w-[42ch] text-micro text-text-3">{help}</p>}
      {error !== undefined && <p className="text-halt text-small">{error}</p>}
    </div>
  );
}
