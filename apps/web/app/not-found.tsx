import { EmptyCandle } from '@/components/parts/marks';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

export default function NotFound() {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 py-20 text-center">
      <EmptyCandle />
      <h1 className="font-semibold text-page">There is no such page</h1>
      <p className="text-text-2">The address may be from another version, or mistyped.</p>
      <Button asChild variant="default">
        <Link href="/">To the overview</Link>
      </Button>
    </div>
  );
}
