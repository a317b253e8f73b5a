/** A command of ours: what it is called, what it does, and how it ends. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  /** Returns the exit code. An error that it throws is told as one sentence, with exit code 1. */
  run(args: string[]): Promise<number>;
}

/** A mistake in how a command was called: told with its usage, exit code 2. */
export class UsageError extends Error {}

/** Runs a command with the arguments of this process: `--help` is answered, errors end in one sentence. */
export async function runCommand(command: Command): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${command.about}\n\nUsage: ${command.usage}`);
    return;
  }
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    console.error(`${command.name}: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof UsageError) console.error(`Usage: ${command.usage}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
