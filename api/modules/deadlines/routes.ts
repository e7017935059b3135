import * as contract from '../../../contract/deadlines.ts';
import { IdParams } from '../../../contract/wire.ts';
import { type AnyRoute, route } from '../../kernel/route.ts';
import * as actions from './actions.ts';
import { classesView, windowsOf } from './reports.ts';

export function deadlinesRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/deadline-classes',
      summary: 'What the street promises for matters of each kind',
      permission: 'deadline.read',
      reply: contract.DeadlineClasses,
      handle: ({ tx, language }) => classesView(tx, language),
    }),
    route({
      method: 'POST',
      path: '/deadline-classes',
      summary: 'Add a class of deadline',
      permission: 'deadline.write',
      body: contract.AddDeadlineClass,
      reply: contract.DeadlineClass,
      status: 201,
      handle: (call) => actions.addClass(call, call.body),
    }),
    route({
      method: 'PATCH',
      path: '/deadline-classes/:id',
      summary: 'Change name, time, answer time or basis of a class',
      permission: 'deadline.write',
      params: IdParams,
      body: contract.EditDeadlineClass,
      reply: contract.DeadlineClass,
      etag: true,
      ifMatch: 'required',
      problems: ['deadlines.class_not_found'],
      handle: (call) => actions.editClass(call, call.params.id, call.body, call.version),
    }),
    route({
      method: 'POST',
      path: '/deadline-classes/categories',
      summary: 'Put a category into a class',
      permission: 'deadline.write',
      body: contract.ClassifyCategory,
      reply: contract.DeadlineClasses,
      status: 201,
      problems: ['deadlines.unknown_class', 'deadlines.unknown_category'],
      handle: async (call) => {
        await actions.classifyCategory(call, call.body);
        return classesView(call.tx, call.language);
      },
    }),
    route({
      method: 'GET',
      path: '/deadline-windows',
      summary: 'How long the street waits for a confirmation, a reopening, the archive',
      permission: 'deadline.read',
      reply: contract.Windows,
      handle: ({ tx }) => windowsOf(tx),
    }),
    route({
      method: 'PATCH',
      path: '/deadline-windows',
      summary: 'Set how long the street waits',
      permission: 'deadline.write',
      body: contract.Windows,
      reply: contract.Windows,
      handle: async (call) => {
        actions.setWindows(call, call.body);
        return windowsOf(call.tx);
      },
    }),
  ];
}
