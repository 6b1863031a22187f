import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireDataDirectory, findOwner } from './data-directory.ts';

const describeMe = () => ({ url: 'http://127.0.0.1:3000', pid: 7, startedAt: Date.UTC(2026, 0, 2), version: '1' });

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('gives a directory to one owner, whose address others are told', async () => {
  const path = join(folder, 'data');
  const owner = await acquireDataDirectory(path, { describe: describeMe });
  expect(owner.path).toBe(path);
  expect(owner.isHeld()).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(await findOwner(path)).toMatchObject(describeMe());
  await expect(acquireDataDirectory(path, { describe: describeMe })).rejects.toMatchObject({
    code: 'data-directory.taken',
    kind: 'conflict',
    message: `The data directory ${path} is in use by the Candor at http://127.0.0.1:3000 (process 7, since 2026-01-02T00:00:00.000Z). Stop that one, or set CANDOR_HOME to another directory.`,
  });

  await owner.release();
  expect(owner.isHeld()).toBe(false);
  expect(await findOwner(path)).toBeUndefined();
  expect(readdirSync(join(path, 'run'))).toEqual([]);
  const next = await acquireDataDirectory(path, { describe: describeMe });
  await next.release();
});

it('asks the owner each time, so an address that is known later is told', async () => {
  let url: string | undefined;
  const owner = await acquireDataDirectory(folder, { describe: () => ({ ...describeMe(), url }) });
  expect((await findOwner(folder))?.url).toBeUndefined();
  url = 'http://127.0.0.1:4000';
  expect((await findOwner(folder))?.url).toBe(url);
  await owner.release();
});

it('finds no owner where there is no directory, and makes none by looking', async () => {
  expect(await findOwner(join(folder, 'absent'))).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it('works in a directory whose path is too long for a socket', async () => {
  const path = join(folder, 'd'.repeat(120), 'e'.repeat(120));
  const owner = await acquireDataDirectory(path, { describe: describeMe });
  expect(await findOwner(path)).toMatchObject({ pid: 7 });
  await expect(acquireDataDirectory(path, { describe: describeMe })).rejects.toMatchObject({
    code: 'data-directory.taken',
  });
  await owner.release();
  expect(await findOwner(path)).toBeUndefined();
});

it('knows a directory under another name', async () => {
  const owner = await acquireDataDirectory(join(folder, 'data'), { describe: describeMe });
  expect(await findOwner(join(folder, 'data', '..', 'data'))).toMatchObject({ pid: 7 });
  await owner.release();
});

it('refuses what cannot be a directory by a sentence', async () => {
  writeFileSync(join(folder, 'file'), '');
  for (const path of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    await expect(acquireDataDirectory(path, { describe: describeMe })).rejects.toMatchObject({
      code: 'data-directory.unusable',
      kind: 'invalid',
    });
  }
});

it('answers a person who only listens, and outlives one who hangs up', async () => {
  const owner = await acquireDataDirectory(folder, { describe: describeMe });
  const [socket] = readdirSync(join(folder, 'run'));
  const rude = connect(join(folder, 'run', socket!));
  await once(rude, 'connect');
  rude.destroy();
  expect(await findOwner(folder)).toMatchObject({ pid: 7 });
  await owner.release();
});

describe('among processes', () => {
  it('takes no silence for death: a stopped owner keeps the directory', async () => {
    const child = await startClaimant();
    expect(await claim(child)).toMatchObject({ owner: true });
    child.process.kill('SIGSTOP');
    await expect(acquireDataDirectory(folder, { describe: describeMe })).rejects.toMatchObject({
      code: 'data-directory.taken',
      message: expect.stringContaining('by a process that does not answer'),
    });
    await expect(findOwner(folder)).rejects.toMatchObject({ code: 'data-directory.silent', kind: 'retry' });
    child.process.kill('SIGCONT');
    expect(await findOwner(folder)).toMatchObject({ pid: child.process.pid });
  });

  it('takes over from a killed owner at once, and leaves nothing of it', async () => {
    const child = await startClaimant();
    await claim(child);
    await kill(child);
    expect(readdirSync(join(folder, 'run'))).toHaveLength(1);
    expect(await findOwner(folder)).toBeUndefined();
    const owner = await acquireDataDirectory(folder, { describe: describeMe });
    expect(readdirSync(join(folder, 'run'))).toHaveLength(1);
    await owner.release();
  });

  it('has exactly one owner however many start at once over the socket of a killed one', async () => {
    mkdirSync(join(folder, 'run'), { mode: 0o700 });
    const claimants = await Promise.all(Array.from({ length: 20 }, startClaimant));
    const killed = new Set<Claimant>();
    for (let round = 0; round < 8; round += 1) {
      const alive = claimants.filter((claimant) => !killed.has(claimant));
      const verdicts = await Promise.all(alive.map(claim));
      const winners = alive.filter((_, index) => verdicts[index]!.owner);
      expect(winners, JSON.stringify(verdicts)).toHaveLength(1);
      const pid = winners[0]!.process.pid;
      expect(verdicts.filter(({ owner }) => !owner)).toEqual(
        Array.from({ length: alive.length - 1 }, () => ({ owner: false, code: 'data-directory.taken', pid })),
      );
      await kill(winners[0]!);
      killed.add(winners[0]!);
    }
  });
});

interface Claimant {
  readonly process: ChildProcess;
  readonly lines: Interface;
}

// Tries on each line it is sent, keeps what it gets, and says how it went.
const CLAIMANT = `
import { createInterface } from 'node:readline';
import { acquireDataDirectory } from ${JSON.stringify(import.meta.resolve('./data-directory.ts'))};
const describe = () => ({ pid: process.pid, startedAt: 0, version: '1' });
for await (const path of createInterface({ input: process.stdin })) {
  if (path === '') { console.log('ready'); continue; }
  try {
    await acquireDataDirectory(path, { describe });
    console.log(JSON.stringify({ owner: true }));
  } catch (error) {
    console.log(JSON.stringify({ owner: false, code: error.code, pid: error.details?.owner?.pid }));
  }
}`;

async function startClaimant(): Promise<Claimant> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', CLAIMANT], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const claimant = { process: child, lines: createInterface({ input: child.stdout }) };
  child.stdin.write('\n');
  await once(claimant.lines, 'line');
  return claimant;
}

async function claim({ process: child, lines }: Claimant): Promise<{ owner: boolean; code?: string; pid?: number }> {
  child.stdin?.write(`${folder}\n`);
  const [line] = await once(lines, 'line');
  return JSON.parse(line);
}

async function kill({ process: child }: Claimant): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
