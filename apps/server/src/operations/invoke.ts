import { z } from 'zod';
import type { Container } from '../container.ts';
import { badInput } from './bad-input.ts';
import type { Caller, Operation } from './operation.ts';
import { unkeepableText } from './unkeepable-text.ts';

/**
 * Runs an operation for any door: parses the input, hands over what the operation declares it needs, and checks that what leaves is what
 * was promised. Throws `operations.bad-input` naming field and rule.
 */
export async function invoke<Output>(
  operation: Operation<unknown, Output>,
  container: Container,
  rawInput: unknown,
  caller: Caller,
): Promise<Output> {
  const unkeepable = unkeepableText(rawInput);
  if (unkeepable.length > 0) throw badInput(new z.ZodError(unkeepable), rawInput);
  const input = operation.input.safeParse(rawInput);
  if (!input.success) throw badInput(input.error, rawInput);
  caller.signal.throwIfAborted();
  const deps = Object.fromEntries(operation.needs.map((need) => [need, container[need]]));
  return operation.output.parse(await operation.run(deps as unknown as Container, input.data, caller));
}
