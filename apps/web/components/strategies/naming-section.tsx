import { Field } from '@/components/parts/field';
import { Input } from '@/components/ui/input';
import { cn } from '@/lib/cn';
import { SettingsSection } from './settings-section';

/** What a configuration is called by people and, for a new one, in addresses. */
export function NamingSection({
  name,
  onName,
  nameError,
  isNew,
  id,
  onId,
  idError,
}: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly nameError: string | undefined;
  readonly isNew: boolean;
  readonly id: string;
  readonly onId: (id: string) => void;
  readonly idError: string | undefined;
}) {
  return (
    <SettingsSection title="What it is called">
      <div className={cn('grid items-start gap-2.5', isNew && 'grid-cols-2 max-phone:grid-cols-1')}>
        <Field id="configuration-name" label="Name" error={nameError}>
          <Input
            id="configuration-name"
            value={name}
            maxLength={80}
            aria-invalid={nameError !== undefined}
            aria-describedby="configuration-name-error"
            onChange={({ target }) => onName(target.value)}
          />
        </Field>
        {isNew && (
          <Field id="configuration-id" label="Id" hint="in addresses" error={idError}>
            <Input
              id="configuration-id"
              value={id}
              maxLength={40}
              spellCheck={false}
              autoComplete="off"
              className="font-mono text-small"
              aria-invalid={idError !== undefined}
              aria-describedby="configuration-id-error"
              onChange={({ target }) => onId(target.value)}
            />
          </Field>
        )}
      </div>
    </SettingsSection>
  );
}
