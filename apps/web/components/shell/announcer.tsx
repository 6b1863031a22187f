'use client';

import { useEffect, useRef, useState } from 'react';
import { useCurrent } from '@/lib/current';
import { counted, price, quantity } from '@/lib/format';
import { useSessionTopic } from '@/lib/live/live-provider';

const AT_MOST_EVERY_MS = 5_000;

/** Tells fills and refusals to those who listen instead of looking: at most one sentence in five seconds, merged. Prices are never told. */
export function Announcer() {
  const { session } = useCurrent();
  const events = useSessionTopic(session?.id, 'events').items;
  const [sentence, setSentence] = useState('');
  const told = useRef<{ readonly session: string | undefined; readonly seq: number }>(undefined);
  const lastMs = useRef(0);

  useEffect(() => {
    const newest = events?.at(-1);
    if (events === undefined || newest === undefined) return;
    // What was there when the page came is no news.
    if (told.current?.session !== session?.id) {
      told.current = { session: session?.id, seq: newest.seq };
      return;
    }
    const tell = () => {
      const since = told.current?.seq ?? 0;
      const fresh = events.filter(({ seq }) => seq > since).map(({ happening }) => happening);
      const fills = fresh.filter((happening) => happening.type === 'order-filled');
      const refusals = fresh.filter((happening) => happening.type === 'order-refused');
      told.current = { session: session?.id, seq: newest.seq };
      if (fills.length + refusals.length === 0) return;
      lastMs.current = Date.now();
      const [fill] = fills;
      const parts = [
        fills.length === 1 && fill !== undefined
          ? `${fill.fill.side === 'buy' ? 'Bought' : 'Sold'} ${quantity(fill.fill.quantity)} ${fill.symbol} at ${price(fill.fill.price)}.`
          : fills.length > 1
            ? `${counted(fills.length, 'fill')}.`
            : '',
        refusals.length > 0 ? `${counted(refusals.length, 'order')} refused by risk.` : '',
      ];
      setSentence(parts.filter((part) => part !== '').join(' '));
    };
    const timer = setTimeout(tell, Math.max(0, lastMs.current + AT_MOST_EVERY_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [events, session?.id]);

  return (
    <p aria-live="polite" className="sr-only">
      {sentence}
    </p>
  );
}
