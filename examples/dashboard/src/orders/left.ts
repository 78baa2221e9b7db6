// At which row the list was left for an order's page, so that coming back finds the focus there.
let left: { readonly from: string; readonly index: number } | undefined;

export function leaveAt(from: string, index: number): void {
  left = { from, index };
}

export function leftAt(from: string): number | undefined {
  return left?.from === from ? left.index : undefined;
}
