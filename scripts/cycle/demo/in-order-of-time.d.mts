export function inOrderOfTime(rounds: AsyncGenerator<string | number, void>[], moveClock: (instant: number) => Promise<unknown>): Promise<void>;
