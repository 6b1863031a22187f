import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTar, type TarFile, unpackTar } from './tar.ts';

type Entry = readonly [name: string, content: Buffer];

async function* chunksOf(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function* filesOf(entries: readonly Entry[]): AsyncGenerator<TarFile> {
  for (const [name, content] of entries) yield { name, size: content.length, content: chunksOf(content, 700) };
}

async function pack(entries: readonly Entry[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of packTar(filesOf(entries))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function unpack(archive: Buffer, chunkSize: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { name, content } of unpackTar(chunksOf(archive, chunkSize))) {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    entries.push([name, Buffer.concat(chunks)]);
  }
  return entries;
}

it('gives back what was packed, however it arrives', async () => {
  const name = fc.stringMatching(/^[a-z0-9_]{1,40}\/[a-z0-9_.]{1,50}$/);
  const content = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, content)), fc.integer({ min: 1, max: 3000 }), async (entries, size) => {
      expect(await unpack(await pack(entries), size)).toEqual(entries);
    }),
  );
});

it('keeps folders', async () => {
  const entries: Entry[] = [['empty/', Buffer.alloc(0)]];
  expect(await unpack(await pack(entries), 512)).toEqual(entries);
});

it('refuses an archive that is cut off anywhere', async () => {
  const archive = await pack([
    ['a', Buffer.from('candor')],
    ['b', Buffer.alloc(600)],
  ]);
  for (let length = 0; length < archive.length - 512; length += 128) {
    await expect(unpack(archive.subarray(0, length), 512), `${length} bytes`).rejects.toThrow(RangeError);
  }
});

it('refuses a name that the format cannot hold, and a file of another size than it says', async () => {
  await expect(pack([['n'.repeat(101), Buffer.alloc(0)]])).rejects.toThrow('too long a name');
  const lying = (async function* (): AsyncGenerator<TarFile> {
    yield { name: 'a', size: 3, content: chunksOf(Buffer.from('candor'), 6) };
  })();
  await expect(
    (async () => {
      for await (const _ of packTar(lying));
    })(),
  ).rejects.toThrow('a has 6 bytes and not 3.');
});
