import { TriangleAlert } from 'lucide-react';

/** A file in my/ that cannot be used: why, and what to do about it. */
export function OwnStrategy({ file, reason }: { readonly file: string; readonly reason: string }) {
  return (
    <div data-state="error" className="flex flex-col gap-3 pb-2">
      <p className="flex gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        <span>
          <span className="font-semibold">It cannot be used.</span> {reason}
        </span>
      </p>
      <p className="text-small text-text-2">
        Nothing else is affected. Mend the file in your editor and save it; this page reads it again. The same words
        come from the command line:
      </p>
      <code className="overflow-x-auto rounded-control bg-inset px-3 py-2 font-mono text-small">
        candor check {file}
      </code>
    </div>
  );
}
