import { queryOptions } from '@tanstack/react-query';
import { getMail } from '../mail.ts';

export const mailQuery = queryOptions({ queryKey: ['mail'], queryFn: getMail });
