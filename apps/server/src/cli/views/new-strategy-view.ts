import { newStrategy } from '../../operations/strategies/new-strategy.ts';
import { defineView } from '../view.ts';

export const newStrategyView = defineView(newStrategy, ({ path }, { style }) => ({
  text: [
    `${style.good('Written:')} ${style.bold(path)}. It works as it is; open it and make it yours.`,
    '',
    `  npx candor check ${path}`,
    `  npx candor backtest --symbol AAPL --strategy ${path}`,
  ].join('\n'),
  exitCode: 0,
}));
