/** What time it is: the machine's, or a test's. */
export type Clock = () => Date;

export interface Round {
  name: string;
  everySeconds: number;
  run(stopping: AbortSignal, clock: Clock): Promise<unknown>;
}

export function machineClock(): Date {
  return new Date();
}
