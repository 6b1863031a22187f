import type { Metadata } from 'next';
import { StrategiesScreen } from '@/components/strategies/strategies-screen';

export const metadata: Metadata = { title: 'Strategies' };

export default function Page() {
  return <StrategiesScreen />;
}
