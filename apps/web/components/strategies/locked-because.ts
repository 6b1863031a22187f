import type { Configuration } from '@/lib/catalog/use-catalog';
import type { ConfigurationCheck } from '@/lib/params/use-configuration-check';

/** Returns why nothing can be saved now; undefined where it can. */
export function lockedBecause({
  isChanged,
  theirs,
  check,
  isNew,
  isNamed,
  idError,
  nameError,
}: {
  readonly isChanged: boolean;
  readonly theirs: Configuration | undefined;
  readonly check: ConfigurationCheck;
  readonly isNew: boolean;
  readonly isNamed: boolean;
  readonly idError: string | undefined;
  readonly nameError: string | undefined;
}): string | undefined {
  const faults = Object.keys(check.params).length + Object.keys(check.sizing).length + check.others.length;
  if (faults > 0)
    return faults === 1 ? 'One field has to be put right first.' : `${faults} fields have to be put right first.`;
  if (theirs !== undefined) return 'Somebody saved another version; choose above how to go on.';
  if (isNew && !isNamed) return 'Give it a name to save it.';
  if (idError !== undefined || nameError !== undefined) return idError ?? nameError;
  if (!isChanged) return 'Nothing is changed since the last version.';
  return check.isPending ? 'Being checked.' : undefined;
}
