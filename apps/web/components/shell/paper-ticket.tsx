/** The ticket that says that the money is not real. It is on every page, at every size, on paper too. */
export function PaperTicket() {
  return (
    <p
      data-slot="paper-ticket"
      className="relative flex h-8 shrink-0 items-center gap-2 rounded-[4px] bg-tag px-3.5 text-on-tag before:absolute before:top-1/2 before:-left-1.5 before:size-3 before:-translate-y-1/2 before:rounded-full before:bg-canvas after:absolute after:top-1/2 after:-right-1.5 after:size-3 after:-translate-y-1/2 after:rounded-full after:bg-canvas"
    >
      <strong className="font-[750] tracking-[0.09em]">PAPER</strong>
      <span className="text-micro max-phone:sr-only">simulated money</span>
    </p>
  );
}
