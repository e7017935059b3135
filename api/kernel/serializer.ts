import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { z } from 'zod';

/**
 * Writes answers as the schema lists them: a key that is not in the contract never leaves the house. A value that does not fit is a
 * fault of ours and answers 500.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  if (!(schema instanceof z.ZodType)) return (value) => JSON.stringify(value);
  return (value) => JSON.stringify(schema.parse(value));
};
