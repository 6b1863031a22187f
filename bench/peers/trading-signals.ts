import * as peer from 'trading-signals';
import { pushed, type StreamContender } from './contender.ts';

/** trading-signals 8.3.0: streams; its columns are loops over them. */
export const TRADING_SIGNALS: Readonly<Record<string, StreamContender>> = {
  'accumulation-distribution': pushed(({ candles }, [value]) => {
    const machine = new peer.AD();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  adx: pushed(({ candles }, [, , , adx]) => {
    const machine = new peer.ADX(14);
    return (i) => {
      adx![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  alligator: pushed(({ candles }, [jaw, teeth, lips]) => {
    const machine = new peer.Alligator();
    return (i) => {
      const row = machine.add(candles[i]!);
      jaw![i] = row?.jaw ?? Number.NaN;
      teeth![i] = row?.teeth ?? Number.NaN;
      lips![i] = row?.lips ?? Number.NaN;
    };
  }),
  alma: pushed(({ close }, [value]) => {
    const machine = new peer.ALMA(9, 0.85, 6);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  aroon: pushed(({ candles }, [up, down]) => {
    const machine = new peer.Aroon(25);
    return (i) => {
      const row = machine.add(candles[i]!);
      up![i] = row?.aroonUp ?? Number.NaN;
      down![i] = row?.aroonDown ?? Number.NaN;
    };
  }),
  atr: pushed(
    ({ candles }, [value]) => {
      const machine = new peer.ATR(14);
      return (i) => {
        value![i] = machine.add(candles[i]!) ?? Number.NaN;
      };
    },
    { convention: 'tradingview' },
  ),
  'awesome-oscillator': pushed(({ candles }, [value]) => {
    const machine = new peer.AO(5, 34);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'balance-of-power': pushed(({ candles }, [value]) => {
    const machine = new peer.BOP();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  bollinger: pushed(({ close }, [upper, middle, lower]) => {
    const machine = new peer.BollingerBands(20, 2);
    return (i) => {
      const row = machine.add(close[i]!);
      upper![i] = row?.upper ?? Number.NaN;
      middle![i] = row?.middle ?? Number.NaN;
      lower![i] = row?.lower ?? Number.NaN;
    };
  }),
  cci: pushed(({ candles }, [value]) => {
    const machine = new peer.CCI(20);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'chaikin-money-flow': pushed(({ candles }, [value]) => {
    const machine = new peer.CMF(20);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'chaikin-oscillator': pushed(({ candles }, [value]) => {
    const machine = new peer.ADOSC({ fastPeriod: 3, slowPeriod: 10 });
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'chandelier-exit': pushed(({ candles }, [long, short]) => {
    const machine = new peer.ChandelierExit({ interval: 22, multiplier: 3 });
    return (i) => {
      const row = machine.add(candles[i]!);
      long![i] = row?.long ?? Number.NaN;
      short![i] = row?.short ?? Number.NaN;
    };
  }),
  choppiness: pushed(({ candles }, [value]) => {
    const machine = new peer.CHOP(14);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  cmo: pushed(
    ({ close }, [value]) => {
      const machine = new peer.CMO(14);
      return (i) => {
        value![i] = machine.add(close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'classic' },
  ),
  'connors-rsi': pushed(({ close }, [, , , , connors]) => {
    const machine = new peer.ConnorsRSI();
    return (i) => {
      connors![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  coppock: pushed(({ close }, [value]) => {
    const machine = new peer.CoppockCurve();
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  dema: pushed(
    ({ close }, [value]) => {
      const machine = new peer.DEMA(20);
      return (i) => {
        value![i] = machine.add(close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'first' },
  ),
  donchian: pushed(({ candles }, [upper, middle, lower]) => {
    const machine = new peer.DonchianChannels(20);
    return (i) => {
      const row = machine.add(candles[i]!);
      upper![i] = row?.upper ?? Number.NaN;
      middle![i] = row?.middle ?? Number.NaN;
      lower![i] = row?.lower ?? Number.NaN;
    };
  }),
  dpo: pushed(({ close }, [value]) => {
    const machine = new peer.DPO(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'ease-of-movement': pushed(({ candles }, [value]) => {
    const machine = new peer.EMV(14, 1_000_000);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'elder-ray': pushed(({ candles }, [bull, bear]) => {
    const machine = new peer.ElderRay(13);
    return (i) => {
      const row = machine.add(candles[i]!);
      bull![i] = row?.bullPower ?? Number.NaN;
      bear![i] = row?.bearPower ?? Number.NaN;
    };
  }),
  ema: pushed(
    ({ close }, [value]) => {
      const machine = new peer.EMA(20);
      return (i) => {
        value![i] = machine.add(close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'first' },
  ),
  'fisher-transform': pushed(({ candles }, [fisher]) => {
    const machine = new peer.FisherTransform(10);
    return (i) => {
      fisher![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'force-index': pushed(({ candles }, [value]) => {
    const machine = new peer.ForceIndex(13);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  hma: pushed(({ close }, [value]) => {
    const machine = new peer.HMA(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  ichimoku: pushed(({ candles }, [tenkan, kijun, , , spanA, spanB]) => {
    const machine = new peer.IchimokuCloud();
    return (i) => {
      const row = machine.add(candles[i]!);
      tenkan![i] = row?.conversion ?? Number.NaN;
      kijun![i] = row?.base ?? Number.NaN;
      spanA![i] = row?.spanA ?? Number.NaN;
      spanB![i] = row?.spanB ?? Number.NaN;
    };
  }),
  kama: pushed(({ close }, [value]) => {
    const machine = new peer.KAMA(10);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  keltner: pushed(({ candles }, [upper, middle, lower]) => {
    const machine = new peer.KeltnerChannels({ emaInterval: 20, atrInterval: 10, multiplier: 2 });
    return (i) => {
      const row = machine.add(candles[i]!);
      upper![i] = row?.upper ?? Number.NaN;
      middle![i] = row?.middle ?? Number.NaN;
      lower![i] = row?.lower ?? Number.NaN;
    };
  }),
  klinger: pushed(({ candles }, [oscillator]) => {
    const machine = new peer.KVO(34, 55);
    return (i) => {
      oscillator![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  kst: pushed(({ close }, [kst]) => {
    const machine = new peer.KST();
    return (i) => {
      kst![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'linear-regression': pushed(({ close }, [, forecast, intercept, slope]) => {
    const machine = new peer.LinearRegression(14);
    return (i) => {
      const row = machine.add(close[i]!);
      forecast![i] = row?.prediction ?? Number.NaN;
      intercept![i] = row?.intercept ?? Number.NaN;
      slope![i] = row?.slope ?? Number.NaN;
    };
  }),
  macd: pushed(
    ({ close }, [macd, signal, histogram]) => {
      const machine = new peer.MACD(new peer.EMA(12), new peer.EMA(26), new peer.EMA(9));
      return (i) => {
        const row = machine.add(close[i]!);
        macd![i] = row?.macd ?? Number.NaN;
        signal![i] = row?.signal ?? Number.NaN;
        histogram![i] = row?.histogram ?? Number.NaN;
      };
    },
    { convention: 'first' },
  ),
  'mass-index': pushed(({ candles }, [value]) => {
    const machine = new peer.MassIndex(25);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  mcginley: pushed(({ close }, [value]) => {
    const machine = new peer.McGinleyDynamic(14);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  mfi: pushed(({ candles }, [value]) => {
    const machine = new peer.MFI(14);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  momentum: pushed(({ close }, [value]) => {
    const machine = new peer.MOM(10);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  natr: pushed(
    ({ candles }, [value]) => {
      const machine = new peer.NATR(14);
      return (i) => {
        value![i] = machine.add(candles[i]!) ?? Number.NaN;
      };
    },
    { convention: 'tradingview' },
  ),
  'negative-volume-index': pushed(({ candles }, [value]) => {
    const machine = new peer.NVI();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  obv: pushed(
    ({ candles }, [value]) => {
      const machine = new peer.OBV(2);
      return (i) => {
        value![i] = machine.add(candles[i]!) ?? Number.NaN;
      };
    },
    { convention: 'zero' },
  ),
  'positive-volume-index': pushed(({ candles }, [value]) => {
    const machine = new peer.PVI();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  ppo: pushed(({ close }, [line]) => {
    const machine = new peer.PPO({ fastPeriod: 12, slowPeriod: 26 });
    return (i) => {
      line![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'price-volume-trend': pushed(({ candles }, [value]) => {
    const machine = new peer.PVT();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  psar: pushed(({ candles }, [value]) => {
    const machine = new peer.PSAR({ accelerationStep: 0.02, accelerationMax: 0.2 });
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  pvo: pushed(({ volume }, [line]) => {
    const machine = new peer.PVO({ fastPeriod: 12, slowPeriod: 26 });
    return (i) => {
      line![i] = machine.add(volume[i]!) ?? Number.NaN;
    };
  }),
  rma: pushed(({ close }, [value]) => {
    const machine = new peer.WSMA(14);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  roc: pushed(({ close }, [value]) => {
    const machine = new peer.ROC(10);
    return (i) => {
      value![i] = 100 * (machine.add(close[i]!) ?? Number.NaN);
    };
  }),
  'rogers-satchell': pushed(
    ({ candles }, [value]) => {
      const machine = new peer.RogersSatchellVolatility(20);
      return (i) => {
        value![i] = machine.add(candles[i]!) ?? Number.NaN;
      };
    },
    { periodsPerYear: 1 },
  ),
  rsi: pushed(({ close }, [value]) => {
    const machine = new peer.RSI(14);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'schaff-trend-cycle': pushed(({ close }, [value]) => {
    const machine = new peer.STC({ cycleInterval: 10, fastInterval: 23, slowInterval: 50 });
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  sma: pushed(({ close }, [value]) => {
    const machine = new peer.SMA(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'stoch-rsi': pushed(
    ({ close }, [k]) => {
      const machine = new peer.StochasticRSI(14);
      return (i) => {
        k![i] = 100 * (machine.add(close[i]!) ?? Number.NaN);
      };
    },
    { k: 1 },
  ),
  stochastic: pushed(({ candles }, [k, d]) => {
    const machine = new peer.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 });
    return (i) => {
      const row = machine.add(candles[i]!);
      k![i] = row?.stochK ?? Number.NaN;
      d![i] = row?.stochD ?? Number.NaN;
    };
  }),
  'stochastic-momentum-index': pushed(({ candles }, [smi]) => {
    const machine = new peer.SMI({ interval: 13, smooth1: 25, smooth2: 2 });
    return (i) => {
      smi![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  supertrend: pushed(({ candles }, [line]) => {
    const machine = new peer.SuperTrend({ interval: 10, multiplier: 3 });
    return (i) => {
      const row = machine.add(candles[i]!);
      line![i] = row?.supertrend ?? Number.NaN;
    };
  }),
  t3: pushed(({ close }, [value]) => {
    const machine = new peer.T3(5, 0.7);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  tema: pushed(
    ({ close }, [value]) => {
      const machine = new peer.TEMA(20);
      return (i) => {
        value![i] = machine.add(close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'first' },
  ),
  trima: pushed(({ close }, [value]) => {
    const machine = new peer.TRIMA(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  trix: pushed(({ close }, [value]) => {
    const machine = new peer.TRIX(15);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'true-range': pushed(({ candles }, [value]) => {
    const machine = new peer.TR();
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  tsi: pushed(({ close }, [tsi]) => {
    const machine = new peer.TSI({ longPeriod: 25, shortPeriod: 13 });
    return (i) => {
      tsi![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'ulcer-index': pushed(({ close }, [value]) => {
    const machine = new peer.UlcerIndex(14);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  'ultimate-oscillator': pushed(({ candles }, [value]) => {
    const machine = new peer.UltimateOscillator({ shortPeriod: 7, mediumPeriod: 14, longPeriod: 28 });
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  vortex: pushed(({ candles }, [plus, minus]) => {
    const machine = new peer.VortexIndicator(14);
    return (i) => {
      const row = machine.add(candles[i]!);
      plus![i] = row?.plus ?? Number.NaN;
      minus![i] = row?.minus ?? Number.NaN;
    };
  }),
  vwap: pushed(({ candles }, [vwap]) => {
    const machine = new peer.VWAP();
    return (i) => {
      vwap![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  vwma: pushed(({ candles }, [value]) => {
    const machine = new peer.VWMA(20);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  'williams-r': pushed(({ candles }, [value]) => {
    const machine = new peer.WilliamsR(14);
    return (i) => {
      value![i] = machine.add(candles[i]!) ?? Number.NaN;
    };
  }),
  wma: pushed(({ close }, [value]) => {
    const machine = new peer.WMA(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
  zlema: pushed(({ close }, [value]) => {
    const machine = new peer.ZLEMA(20);
    return (i) => {
      value![i] = machine.add(close[i]!) ?? Number.NaN;
    };
  }),
};
