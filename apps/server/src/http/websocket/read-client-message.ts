import { z } from 'zod';
import { badInput } from '../../operations/bad-input.ts';
import { ClientMessage, type LiveError, type LiveErrorCode } from './protocol.ts';

export type ReadClientMessage =
  | { readonly ok: true; readonly message: ClientMessage }
  | { readonly ok: false; readonly error: LiveError };

const AnyOp = z.looseObject({ op: z.enum(ClientMessage.options.map(({ shape }) => shape.op.value)) });
const BY_OP = new Map(ClientMessage.options.map((schema) => [schema.shape.op.value, schema]));

/** Returns what a frame from a client says, or the error that says what is wrong with it. */
export function readClientMessage(bytes: Buffer, isBinary: boolean, maxBytes: number): ReadClientMessage {
  if (isBinary) return refuse('live.binary', 'Binary frames are not read here. Send JSON as a text frame.');
  if (bytes.length > maxBytes) {
    return refuse('live.too-large', `A message has at most ${maxBytes} bytes; this one has ${bytes.length}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString());
  } catch {
    return refuse('live.not-json', 'The message is not JSON.');
  }
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'op')) {
    return refuse('live.bad-message', 'A message is a JSON object with a field "op".');
  }
  const op = AnyOp.safeParse(json);
  if (!op.success) return refuse('live.bad-message', badInput(op.error, json).message);
  const read = BY_OP.get(op.data.op)!.safeParse(json);
  if (read.success) return { ok: true, message: read.data };
  const topic = z.looseObject({ topic: z.string().max(200) }).safeParse(json);
  return refuse('live.bad-message', badInput(read.error, json).message, topic.data?.topic);
}

function refuse(code: LiveErrorCode, message: string, topic?: string): ReadClientMessage {
  return { ok: false, error: { op: 'error', code, message, ...(topic !== undefined && { topic }) } };
}
