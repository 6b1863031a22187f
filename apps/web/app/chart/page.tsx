import type { Metadata } from 'next';
import { ChartScreen } from '@/components/chart/chart-screen';

export const metadata: Metadata = { title: 'Chart' };

export default function Page() {
  return <ChartScreen />;
}
