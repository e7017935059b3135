import type { ReactNode } from 'react';

interface ControlParts {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly children: (parts: ControlParts) => ReactNode;
}

/** What each face draws in its own way: a labelled field, and the words for a failure. */
export interface FormParts {
  readonly Field: (props: FieldProps) => ReactNode;
  readonly failure: (error: unknown) => string;
}
