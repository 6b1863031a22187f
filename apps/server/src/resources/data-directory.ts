import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CandorError } from '@candor/domain/candor-error';
import type { DirectoryOwner } from '@candor/storage/embedded/directory-owner';
import { withShortPath } from '@candor/storage/embedded/short-socket-path';
import { z } from 'zod';

/** Who has a data directory, as it says itself. */
export interface OwnerDescription {
  /** Where it answers HTTP, once it does. */
  readonly url?: string | undefined;
  /** As the owner sees it; inside a container that is another number than outside. */
  readonly pid: number;
  readonly startedAt: number;
  readonly version: string;
}

/** The right to open what lies in a data directory. It ends with `release`, or with the process, however that ends. */
export interface DataDirectoryOwner extends DirectoryOwner {
  release(): Promise<void>;
}

/**
 * Takes a data directory, making it when it is not there, and answers whoever asks for its owner. Throws `data-directory.taken` (conflict)
 * when another process has it, or `data-directory.unusable` (invalid).
 *
 * A claim is a Unix socket in the directory: the kernel closes it when its process dies, so what refuses a connection is stale, and a name is
 * never used twice, so what is stale may be removed by anybody. Each claimant first shows its socket and then looks for others; two that
 * start at once therefore see each other, and only who sees no other is the owner.
 */
export async function acquireDataDirectory(
  path: string,
  { describe }: { readonly describe: () => OwnerDescription },
): Promise<DataDirectoryOwner> {
  const directory = usable(path, () => makeDirectory(path));
  if (platform() === 'win32') return acquirePipe(directory, describe);
  const folder = usable(path, () => makeClaimFolder(directory));
  for (;;) {
    await untilUnclaimed(directory, folder);
    const claim = await showClaim(folder, describe);
    if (claim === undefined) continue;
    let prevailed = false;
    try {
      prevailed = await prevails(directory, claim);
    } finally {
      if (!prevailed) await claim.withdraw();
    }
    if (prevailed) return ownerOf(directory, claim);
  }
}

/** Returns who has the data directory, or undefined. Throws `data-directory.silent` (retry) when somebody has it and does not say who. */
export async function findOwner(path: string): Promise<OwnerDescription | undefined> {
  let directory: string;
  try {
    directory = realpathSync(path);
  } catch {
    return undefined;
  }
  const claims = platform() === 'win32' ? await livePipe(directory) : await liveClaims(claimFolder(directory));
  if (claims.some(({ says }) => says === undefined)) {
    throw new CandorError('data-directory.silent', {
      kind: 'retry',
      message: `The data directory ${directory} is in use by a process that does not answer. Try again, or stop that process.`,
    });
  }
  return claims.find(({ says }) => says?.isOwner)?.says;
}

const Answer = z.object({
  isOwner: z.boolean(),
  url: z.string().optional(),
  pid: z.int(),
  startedAt: z.number(),
  version: z.string(),
});
type Answer = z.infer<typeof Answer>;

/** A claim whose process lives; `says` is missing when it took the connection and kept silent. */
interface LiveClaim {
  readonly name: string;
  readonly says: Answer | undefined;
}

interface OwnClaim {
  readonly name: string;
  readonly folder: string;
  own(): void;
  withdraw(): Promise<void>;
}

// Between two looks at claimants who have not settled it yet.
const SETTLING_MS = 10;
const ANSWER_TIMEOUT_MS = 2000;
const CLAIM = /^owner-[0-9a-f]{12}\.sock$/;
// Made, and not yet shown.
const DRAFT = /^draft-[0-9a-f]{12}\.sock$/;

async function untilUnclaimed(directory: string, folder: string): Promise<void> {
  for (;;) {
    const claims = await liveClaims(folder);
    if (claims.length === 0) return;
    refuseTaken(directory, claims);
    await wait(SETTLING_MS);
  }
}

/** Returns true once nobody else claims the directory, and false when a claim that goes first is there. */
async function prevails(directory: string, claim: OwnClaim): Promise<boolean> {
  for (;;) {
    const others = (await liveClaims(claim.folder)).filter(({ name }) => name !== claim.name);
    if (others.length === 0) return true;
    refuseTaken(directory, others);
    if (others.some(({ name }) => name < claim.name)) return false;
    await wait(SETTLING_MS);
  }
}

function refuseTaken(directory: string, claims: readonly LiveClaim[]): void {
  const owner = claims.find(({ says }) => says === undefined || says.isOwner);
  if (owner !== undefined) throw taken(directory, owner.says);
}

/** Returns the claim, listening and visible, or undefined when it was taken for a stale one before it listened. */
async function showClaim(folder: string, describe: () => OwnerDescription): Promise<OwnClaim | undefined> {
  const id = randomBytes(6).toString('hex');
  const draft = `draft-${id}.sock`;
  const name = `owner-${id}.sock`;
  const state = { isOwner: false };
  const server = answering(() => ({ ...describe(), isOwner: state.isOwner }));
  await withShortPath(folder, draft, (short) => listen(server, join(short, draft)));
  try {
    chmodSync(join(folder, draft), 0o600);
    renameSync(join(folder, draft), join(folder, name));
  } catch (error) {
    await closed(server);
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return {
    name,
    folder,
    own: () => {
      state.isOwner = true;
    },
    withdraw: async () => {
      rmSync(join(folder, name), { force: true });
      await closed(server);
    },
  };
}

function ownerOf(directory: string, claim: OwnClaim): DataDirectoryOwner {
  claim.own();
  let held = true;
  return {
    path: directory,
    isHeld: () => held,
    release: async () => {
      if (!held) return;
      held = false;
      await claim.withdraw();
    },
  };
}

/** Returns the claims of living processes and removes those of dead ones. */
async function liveClaims(folder: string): Promise<LiveClaim[]> {
  const live: LiveClaim[] = [];
  for (const name of claimNames(folder)) {
    const state = await withShortPath(folder, name, (short) => ask(join(short, name)));
    if (state === 'dead') rmSync(join(folder, name), { force: true });
    else if (CLAIM.test(name)) live.push({ name, says: state });
  }
  return live;
}

function claimNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => CLAIM.test(name) || DRAFT.test(name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Returns what the process behind a socket says, undefined when it is silent, or `dead` when there is none. */
async function ask(path: string): Promise<Answer | undefined | 'dead'> {
  // Cut off in the middle, it was about to go: the next time it is gone.
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const heard = await hear(path);
    if (heard === 'dead') return 'dead';
    if (heard === 'silent') return undefined;
    const answer = parsed(heard.text);
    if (answer !== undefined) return answer;
    await wait(SETTLING_MS);
  }
  return undefined;
}

function hear(path: string): Promise<'dead' | 'silent' | { readonly text: string }> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT_MS, () => {
      resolve('silent');
      socket.destroy();
    });
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', (error) => {
      // Anything else, such as a full queue of connections, still has a process behind it.
      if (['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))) resolve('dead');
    });
    socket.on('close', () => resolve({ text }));
  });
}

function parsed(text: string): Answer | undefined {
  try {
    return Answer.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function answering(answer: () => Answer): Server {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(`${JSON.stringify(answer())}\n`);
  });
  // Having a directory is no reason to keep a process that has nothing else to do.
  return server.unref();
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

// Windows has no sockets in folders, but a named pipe belongs to one process at a time and ends with it: no claim can be stale.
async function acquirePipe(directory: string, describe: () => OwnerDescription): Promise<DataDirectoryOwner> {
  const server = answering(() => ({ ...describe(), isOwner: true }));
  try {
    await listen(server, pipeName(directory));
  } catch (error) {
    const [owner] = await livePipe(directory);
    throw owner === undefined ? unusable(directory, error) : taken(directory, owner.says);
  }
  return ownerOf(directory, { name: '', folder: '', own: () => {}, withdraw: () => closed(server) });
}

async function livePipe(directory: string): Promise<LiveClaim[]> {
  const name = pipeName(directory);
  const says = await ask(name);
  return says === 'dead' ? [] : [{ name, says }];
}

function pipeName(directory: string): string {
  return `\\\\.\\pipe\\candor-${createHash('sha256').update(directory.toLowerCase()).digest('hex').slice(0, 32)}`;
}

function makeDirectory(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return realpathSync(path);
}

function makeClaimFolder(directory: string): string {
  const folder = claimFolder(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

function claimFolder(directory: string): string {
  return join(directory, 'run');
}

function usable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, cause: unknown): CandorError {
  return new CandorError('data-directory.unusable', {
    kind: 'invalid',
    message: `The data directory ${path} cannot be used (${codeOf(cause)}). Set CANDOR_HOME to a directory that this user may write to.`,
    cause,
  });
}

function taken(directory: string, owner: OwnerDescription | undefined): CandorError {
  const who =
    owner === undefined
      ? 'by a process that does not answer'
      : `by the Candor ${owner.url === undefined ? '' : `at ${owner.url} `}(process ${owner.pid}, since ${new Date(owner.startedAt).toISOString()})`;
  return new CandorError('data-directory.taken', {
    kind: 'conflict',
    message: `The data directory ${directory} is in use ${who}. Stop that one, or set CANDOR_HOME to another directory.`,
    details: { directory, owner },
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
