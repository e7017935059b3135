import { expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './masks.ts';

test.each([
  ['13812341234', '138****1234'],
  ['059912345678', '059*****5678'],
  ['12345', '***45'],
  ['1', '1'],
  ['', ''],
])('phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['欧阳小红', '欧**红'],
  ['𠮷田', '𠮷*'],
  ['张', '张'],
  [' 张三 ', '张*'],
  ['', ''],
])('name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test.each([
  ['530102199001011234', '530***********1234'],
  ['53010219900101123X', '530***********123X'],
  ['530102900101123', '530********1123'],
  ['123456', '******'],
])('ID number %s is shown as %s', (idNumber, shown) => {
  expect(maskIdNumber(idNumber)).toBe(shown);
});
