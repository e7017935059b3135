import type { ComponentType } from 'react';
import type { AreaDetail } from '../../../../../contract/areas.ts';
import type { Act } from '../acts.ts';
import type { Rights } from '../rights.ts';
import { AddForm } from './add-form.tsx';
import { CloseForm } from './close-form.tsx';
import { EditForm } from './edit-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { MoveForm } from './move-form.tsx';
import { SplitForm } from './split-form.tsx';

export interface ActProps {
  readonly area: AreaDetail;
  readonly rights: Rights;
  readonly onDone: () => void;
  readonly onOpen: (id: string) => void;
}

const forms: Readonly<Record<Act, ComponentType<ActProps>>> = {
  add: AddForm,
  edit: EditForm,
  split: SplitForm,
  merge: MergeForm,
  move: MoveForm,
  close: CloseForm,
};

export default function ActForm({ act, ...props }: ActProps & { act: Act }) {
  const Form = forms[act];
  return <Form {...props} />;
}
