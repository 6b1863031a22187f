import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strategyTemplate } from '@candor/server/operations/strategies/strategy-template';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCandor } from './run-candor.ts';
import { makeScratchFolder, removeScratchFolder, writeFiles } from './scratch-folder.ts';

const strategy = (onBar: string, { before = '', memory = '{}' } = {}): string => `
import { flat, long } from '@candor/domain/signal';
import { defineStrategy } from '@candor/strategies/define-strategy';
import { z } from 'zod';
${before}
export const own = defineStrategy({
  id: 'own', title: 'Own', summary: 'Says something.',
  params: z.object({ pace: z.int().min(1).default(7) }),
  warmup: () => 1,
  create: ({ pace }) => {
    const memory = ${memory};
    return { parts: {}, memory, onBar(view) { ${onBar} } };
  },
});
`;
const SOUND = strategy(
  `return view.index % pace !== 0 ? undefined : view.close > view.open ? long({ confidence: 0.5, reason: 'up' }) : flat({ reason: 'down' });`,
);

let folder: string;
beforeAll(() => {
  folder = makeScratchFolder('command-line-');
  writeFiles(folder, {
    'sound.ts': SOUND,
    'fresh-start.ts': strategyTemplate('fresh-start'),
    'clock.ts': strategy(`return Date.now() > 0 && view.index % pace === 0 ? flat({ reason: 'time' }) : undefined;`),
    'kept-chance.ts': strategy(`return chance() < 0 ? undefined : flat({ reason: 'luck' });`, {
      before: 'const chance = Math.random;',
    }),
    'hidden.ts': strategy(
      `count++; return count % pace === 0 ? long({ confidence: 0.5, reason: 'a count' }) : flat({ reason: 'none' });`,
      { before: 'let count = 0;' },
    ),
    'peeks.ts': strategy(
      `return view.ago(-1).close > view.close ? long({ confidence: 1, reason: 'I know' }) : undefined;`,
    ),
    'wrong-type.ts': SOUND.replace('confidence: 0.5', "confidence: 'high'"),
    'broken.ts': `${SOUND}\nconst x = (1;\n`,
    'throws.ts': `${SOUND}\nexport const early = JSON.parse('{');\n`,
    'enum.ts': `${SOUND}\nenum Mood { Good }\n`,
    'lost-import.ts': `import { gone } from '@candor/domain/gone';\n${SOUND}export const y = gone;\n`,
    'nothing.ts': 'export const a = 1;\n',
    'two.ts': `${SOUND}\nexport const other = { ...own, id: 'other' };\n`,
    'prices.csv':
      'Date,Open,High,Low,Close,Volume\n2024-01-02,10,11,9,10,100\n2024-01-03,10,9,11,10,100\n2024-01-04,ten,11,9,10,100\n2024-01-05,10,11,9,10.5,100\n',
    'hopeless.csv': 'Date,Open,High,Low,Close\n2024-01-02,-1,-1,-1,-1\n',
    'headless.csv': '1,2,3\n4,5,6\n',
  });
});
afterAll(() => removeScratchFolder(folder));

const candor = (...args: string[]) => runCandor(folder, ...args);

describe('candor check', () => {
  it('says that a sound strategy keeps every law', () => {
    const { exitCode, out, err } = candor('check', 'sound.ts', '--json', '--param', 'pace=5');
    expect(err).toBe('');
    const result = JSON.parse(out);
    expect(result).toMatchObject({ id: 'own', ok: true, typeFaults: [] });
    expect(result.laws.length).toBeGreaterThan(8);
    expect(exitCode).toBe(0);
  });

  it('lets the file that `candor new strategy` writes pass as it is', () => {
    const { exitCode, out } = candor('check', 'fresh-start.ts', '--json');
    expect(JSON.parse(out)).toMatchObject({ id: 'fresh-start', ok: true, typeFaults: [] });
    expect(exitCode).toBe(0);
  });

  it.each([
    ['clock.ts', 'no clock and no chance', 'Date.now'],
    ['kept-chance.ts', 'no clock and no chance', 'Math.random'],
    ['hidden.ts', 'repeatable', 'said'],
    ['peeks.ts', 'runs', 'ago(-1)'],
  ])('finds what is wrong with %s and says it in words', (file, law, words) => {
    const { exitCode, out } = candor('check', file, '--json');
    const broken = JSON.parse(out).laws.filter(({ ok }: { ok: boolean }) => !ok);
    expect(broken).toContainEqual(expect.objectContaining({ law, explanation: expect.stringContaining(words) }));
    expect(exitCode).toBe(1);
  });

  it('shows the broken law and a verdict to a person', () => {
    const { exitCode, out } = candor('check', 'hidden.ts');
    expect(out).toMatch(/BROKEN +repeatable/);
    expect(out).toMatch(/hidden\.ts breaks \d+ of \d+: what a backtest of it shows cannot be trusted\./);
    expect(exitCode).toBe(1);
  });

  it('finds a wrong type, with its line', () => {
    const { exitCode, out } = candor('check', 'wrong-type.ts', '--json');
    expect(JSON.parse(out).typeFaults).toEqual([{ line: 12, message: expect.stringContaining("'string'") }]);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['broken.ts', /^broken\.ts, line 16, cannot be run: SyntaxError: .+\.\n$/],
    ['enum.ts', /^enum\.ts, line 16, cannot be run: SyntaxError: TypeScript enum is not supported.+\n$/],
    ['throws.ts', /^throws\.ts, line 16, cannot be run: SyntaxError: .+\.\n$/],
    ['lost-import.ts', /^lost-import\.ts imports something that cannot be found: .+gone/],
    ['nothing.ts', /^nothing\.ts exports no strategy\. Write: export const mine = defineStrategy/],
    ['two.ts', /^two\.ts exports 2 strategies \(other, own\); it must export exactly one\.\n$/],
    ['sond.ts', /^There is no file sond\.ts\. Did you mean "sound\.ts"\?/],
  ])('answers %s with a sentence and exit code 2', (file, sentence) => {
    const { exitCode, out, err } = candor('check', file);
    expect(err).toMatch(sentence);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });

  it('refuses a parameter that the strategy does not have', () => {
    const { exitCode, err } = candor('check', 'sound.ts', '--param', 'pase=5');
    expect(err).toContain('Did you mean "pace"?');
    expect(exitCode).toBe(2);
  });
});

describe('candor import', () => {
  it('says row by row what is wrong and goes on with the rest', () => {
    const { exitCode, out } = candor('import', 'prices.csv');
    expect(out).toContain('2 bars of PRICES, 1d, 2024-01-02 to 2024-01-05');
    expect(out).toMatch(/line 3 .*2024-01-03,10,9,11,10,100/s);
    expect(out).toMatch(/line 4 .*2024-01-04,ten,11,9,10,100/s);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['hopeless.csv', 2, /No usable bar: 1 row turned down/],
    ['headless.csv', 2, /must name the columns/],
    ['price.csv', 2, /Did you mean prices\.csv\?/],
  ])('answers %s with exit code %i', (file, exitCode, words) => {
    const result = candor('import', file);
    expect(result.out + result.err).toMatch(words);
    expect(result.exitCode).toBe(exitCode);
  });
});

describe('the other commands', () => {
  it('lists real series with where they come from', () => {
    const { exitCode, out } = candor('symbols', '--json');
    const { series } = JSON.parse(out);
    expect(series).toContainEqual(expect.objectContaining({ symbol: 'AAPL', tradable: true, synthetic: false }));
    expect(series).toContainEqual(expect.objectContaining({ symbol: 'SPX', kind: 'index', tradable: false }));
    expect(exitCode).toBe(0);
  });

  it('lists strategies with their parameters', () => {
    expect(candor('strategies').out).toMatch(/sma-crossover\n.*--param fast=10 /s);
  });

  it('writes with --out what --json prints, and nothing where the folder is missing', () => {
    const { out } = candor('symbols', '--json', '--out', 'symbols.json');
    expect(candor('symbols', '--json').out).toBe(out);
    const { exitCode, err } = candor('symbols', '--out', 'absent/symbols.json');
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: 'absent/symbols.json cannot be written: its folder does not exist.\n',
    });
    expect(existsSync(join(folder, 'absent'))).toBe(false);
  });

  it('teaches by examples', () => {
    for (const command of ['check', 'import', 'new strategy', 'strategies', 'symbols']) {
      const { exitCode, out } = candor(...command.split(' '), '--help');
      expect(out).toMatch(new RegExp(`Examples\\n  # .+\\n  candor ${command}`));
      expect(exitCode).toBe(0);
    }
  });

  it('refuses a name that no file should have, and one that is taken', () => {
    expect(candor('new', 'strategy', '../evil')).toMatchObject({ exitCode: 2, err: expect.stringContaining('NAME') });
    expect(candor('new', 'strategy', 'sma-crossover')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('comes with Candor'),
    });
  });

  it('knows the version of its code', () => {
    expect(candor('--version').out).toMatch(/^\d+\.\d+\.\d+\+sha256\.[0-9a-f]{64}\n$/);
  });
});
