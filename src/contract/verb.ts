import type { z } from 'zod';
import type { Result } from './result';

/** One verb of the border: what goes in and what comes out, each with its schema. */
export interface Verb {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
export type ServiceContract = Readonly<Record<string, Verb>>;

/** The shell's side of a service: plain functions; failures are results, not exceptions. */
export type ServiceOf<Contract extends ServiceContract> = {
  readonly [Name in keyof Contract]: (
    input: z.output<Contract[Name]['input']>,
  ) => Promise<Result<z.input<Contract[Name]['output']>>>;
};

/** The page's side of a service: the same verbs, asked across the border. */
export type ClientOf<Contract extends ServiceContract> = {
  readonly [Name in keyof Contract]: (
    input: z.input<Contract[Name]['input']>,
  ) => Promise<Result<z.output<Contract[Name]['output']>>>;
};
