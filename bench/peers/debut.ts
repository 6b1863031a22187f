import * as peer from '@debut/indicators';
import { pushed, type StreamContender } from './contender.ts';

/** @debut/indicators 1.4.2 (GPL: measured against, never part of the product): streams only. */
export const DEBUT: Readonly<Record<string, StreamContender>> = {
  adx: pushed(({ high, low, close }, [plusDI, minusDI, , adx]) => {
    const machine = new peer.ADX(14);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
      plusDI![i] = row?.pdi ?? Number.NaN;
      minusDI![i] = row?.mdi ?? Number.NaN;
      adx![i] = row?.adx ?? Number.NaN;
    };
  }),
  atr: pushed(
    ({ high, low, close }, [value]) => {
      const machine = new peer.ATR(14);
      return (i) => {
        value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'tradingview' },
  ),
  'awesome-oscillator': pushed(({ high, low }, [value]) => {
    const machine = new peer.AO(5, 34);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!) ?? Number.NaN;
    };
  }),
  bollinger: pushed(({ close }, [upper, middle, lower]) => {
    const machine = new peer.BollingerBands(20, 2);
    return (i) => {
      const row = machine.nextValue(close[i]!);
      upper![i] = row?.upper ?? Number.NaN;
      middle![i] = row?.middle ?? Number.NaN;
      lower![i] = row?.lower ?? Number.NaN;
    };
  }),
  cci: pushed(({ high, low, close }, [value]) => {
    const machine = new peer.CCI(20);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!) ?? Number.NaN;
    };
  }),
  'chaikin-oscillator': pushed(({ high, low, close, volume }, [value]) => {
    const machine = new peer.ChaikinOscillator(3, 10);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!, volume[i]!) ?? Number.NaN;
    };
  }),
  cmo: pushed(
    ({ close }, [value]) => {
      const machine = new peer.CMO(14);
      return (i) => {
        value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
      };
    },
    { convention: 'classic' },
  ),
  'connors-rsi': pushed(({ close }, [, , , , connors]) => {
    const machine = new peer.cRSI(3, 2, 100);
    return (i) => {
      connors![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  donchian: pushed(({ high, low }, [upper, middle, lower]) => {
    const machine = new peer.DC(20);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!);
      upper![i] = row?.upper ?? Number.NaN;
      middle![i] = row?.middle ?? Number.NaN;
      lower![i] = row?.lower ?? Number.NaN;
    };
  }),
  dpo: pushed(({ close }, [value]) => {
    const machine = new peer.DPO(20);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  'elder-ray': pushed(({ high, low, close }, [bull, bear]) => {
    const machine = new peer.ElderRay(13);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
      bull![i] = row?.bull ?? Number.NaN;
      bear![i] = row?.bear ?? Number.NaN;
    };
  }),
  ema: pushed(({ close }, [value]) => {
    const machine = new peer.EMA(20);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  'force-index': pushed(
    ({ close, volume }, [value]) => {
      const machine = new peer.ForceIndex();
      return (i) => {
        value![i] = machine.nextValue(close[i]!, volume[i]!) ?? Number.NaN;
      };
    },
    { period: 1 },
  ),
  'heikin-ashi': pushed(({ open, high, low, close }, [opened, highest, lowest, closed]) => {
    const machine = new peer.HeikenAshi();
    return (i) => {
      const row = machine.nextValue(open[i]!, high[i]!, low[i]!, close[i]!);
      opened![i] = row?.o ?? Number.NaN;
      highest![i] = row?.h ?? Number.NaN;
      lowest![i] = row?.l ?? Number.NaN;
      closed![i] = row?.c ?? Number.NaN;
    };
  }),
  ichimoku: pushed(({ high, low, close }, [tenkan, kijun, senkouA, senkouB]) => {
    const machine = new peer.Ichimoku(9, 26, 52, 26);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
      tenkan![i] = row?.tenkan ?? Number.NaN;
      kijun![i] = row?.kijun ?? Number.NaN;
      senkouA![i] = row?.senkouA ?? Number.NaN;
      senkouB![i] = row?.senkouB ?? Number.NaN;
    };
  }),
  kama: pushed(({ close }, [value]) => {
    const machine = new peer.AMA(10, 2, 30);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  keltner: pushed(
    ({ high, low, close }, [upper, middle, lower]) => {
      const machine = new peer.KeltnerChannel(20, 2);
      return (i) => {
        const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
        upper![i] = row?.upper ?? Number.NaN;
        middle![i] = row?.middle ?? Number.NaN;
        lower![i] = row?.lower ?? Number.NaN;
      };
    },
    { atrPeriod: 20 },
  ),
  macd: pushed(({ close }, [macd, signal, histogram]) => {
    const machine = new peer.MACD(12, 26, 9);
    return (i) => {
      const row = machine.nextValue(close[i]!);
      macd![i] = row?.macd ?? Number.NaN;
      signal![i] = row?.signal ?? Number.NaN;
      histogram![i] = row?.histogram ?? Number.NaN;
    };
  }),
  mfi: pushed(({ high, low, close, volume }, [value]) => {
    const machine = new peer.MFI(14);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!, volume[i]!) ?? Number.NaN;
    };
  }),
  psar: pushed(({ high, low, close }, [value]) => {
    const machine = new peer.PSAR(0.02, 0.02, 0.2);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!) ?? Number.NaN;
    };
  }),
  rma: pushed(({ close }, [value]) => {
    const machine = new peer.RMA(14);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  roc: pushed(({ close }, [value]) => {
    const machine = new peer.ROC(10);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  rsi: pushed(({ close }, [value]) => {
    const machine = new peer.RSI(14);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  sma: pushed(({ close }, [value]) => {
    const machine = new peer.SMA(20);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  'stoch-rsi': pushed(({ close }, [k, d]) => {
    const machine = new peer.StochasticRSI(14, 3, 3, 14);
    return (i) => {
      const row = machine.nextValue(close[i]!);
      k![i] = row?.k ?? Number.NaN;
      d![i] = row?.d ?? Number.NaN;
    };
  }),
  stochastic: pushed(
    ({ high, low, close }, [k, d]) => {
      const machine = new peer.Stochastic(14, 3);
      return (i) => {
        const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
        k![i] = row?.k ?? Number.NaN;
        d![i] = row?.d ?? Number.NaN;
      };
    },
    { slowK: 1 },
  ),
  supertrend: pushed(({ high, low, close }, [line, direction]) => {
    const machine = new peer.SuperTrend(10, 3);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!, close[i]!);
      line![i] = row?.superTrend ?? Number.NaN;
      direction![i] = -(row?.direction ?? Number.NaN);
    };
  }),
  tema: pushed(({ close }, [value]) => {
    const machine = new peer.TEMA(20);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  trix: pushed(({ close }, [value]) => {
    const machine = new peer.TRIX(15);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
  'ultimate-oscillator': pushed(({ high, low, close }, [value]) => {
    const machine = new peer.UltimateOscillator(7, 14, 28);
    return (i) => {
      value![i] = machine.nextValue(high[i]!, low[i]!, close[i]!) ?? Number.NaN;
    };
  }),
  'williams-fractal': pushed(({ high, low }, [top, bottom]) => {
    const machine = new peer.Fractal(2, 2);
    return (i) => {
      const row = machine.nextValue(high[i]!, low[i]!);
      top![i] = row?.up ?? Number.NaN;
      bottom![i] = row?.down ?? Number.NaN;
    };
  }),
  wma: pushed(({ close }, [value]) => {
    const machine = new peer.WMA(20);
    return (i) => {
      value![i] = machine.nextValue(close[i]!) ?? Number.NaN;
    };
  }),
};
