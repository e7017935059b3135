import { expect, test } from 'vitest';
import { RaiseCase } from '../../../../../contract/cases.ts';
import { bodyOf, type Draft, wrongIn } from './register-draft.ts';

const draft: Draft = {
  name: '陈秀英',
  phone: '138 0000 1234',
  source: 'phone',
  body: '楼道灯不亮',
  title: '',
  kind: 'help',
  place: '',
  photoIds: [],
  areaId: '019aa000-0000-7000-8000-000000000001',
};

test('what passes here passes the contract', () => {
  expect(wrongIn(draft)).toEqual({});
  const sent = RaiseCase.parse(bodyOf(draft));
  expect(sent.onBehalf).toEqual({ name: '陈秀英', source: 'phone', phone: '13800001234' });
  expect(sent).not.toHaveProperty('title');
});

test('each field says what is wrong with it', () => {
  expect(wrongIn({ ...draft, name: ' ', phone: '1380000', body: '灯', areaId: undefined })).toEqual({
    name: 'missing',
    body: 'short',
    areaId: 'missing',
  });
  expect(wrongIn({ ...draft, phone: '138000012' })).toEqual({ phone: 'phone' });
  expect(wrongIn({ ...draft, phone: '' })).toEqual({});
});
