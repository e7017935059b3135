import { z } from 'zod';

/** Open311 GeoReport v2, the open standard of requests to a city (wiki.open311.org/GeoReport_v2). Its field names are its own. */

/** `services.json`, `2611-0183.xml`: a name and the format asked for. */
export const FileParams = z.strictObject({ file: z.string().min(5).max(80) });

const text = (length: number) => z.string().trim().max(length);

export const JurisdictionQuery = z.object({ jurisdiction_id: text(40).optional() });

export const RequestsQuery = JurisdictionQuery.extend({
  /** Several, with commas between them: no other filter counts then. */
  service_request_id: text(2000).optional(),
  service_code: text(400).optional(),
  start_date: z.iso.datetime({ offset: true }).optional(),
  end_date: z.iso.datetime({ offset: true }).optional(),
  status: z
    .string()
    .regex(/^(open|closed)(,(open|closed))?$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  page_size: z.coerce.number().int().min(1).max(1_000).default(1_000),
});
export type RequestsQuery = z.output<typeof RequestsQuery>;

/** The form of a new request. Fields that an application sends besides are left aside, as the standard asks. */
export const PostRequest = z.object({
  api_key: text(200).optional(),
  jurisdiction_id: text(40).optional(),
  service_code: text(80).min(1),
  lat: z.coerce.number().min(-90).max(90).optional(),
  long: z.coerce.number().min(-180).max(180).optional(),
  address_string: text(120).optional(),
  description: text(4000).min(2),
  first_name: text(40).optional(),
  last_name: text(40).optional(),
  phone: text(20).optional(),
});
export type PostRequest = z.output<typeof PostRequest>;

export const ServiceRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  /** What the raiser reads about the state. */
  status_notes: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string(),
  agency_responsible: z.string(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string(),
  /** To the building, no farther. */
  address: z.string(),
  lat: z.number().nullable(),
  long: z.number().nullable(),
});
export type ServiceRequest = z.infer<typeof ServiceRequest>;

export const georeportProblems = {
  'georeport.unknown_jurisdiction': {
    status: 404,
    'zh-Hans': '没有找到这个街道，请填 jurisdiction_id（街道代码）。',
    en: 'This street was not found: give its code as jurisdiction_id.',
  },
  'georeport.unknown_format': {
    status: 404,
    'zh-Hans': '只有 .json 和 .xml 两种格式。',
    en: 'There are two formats, .json and .xml.',
  },
  'georeport.unknown_service': {
    status: 404,
    'zh-Hans': '没有找到这个 service_code。',
    en: 'No service has this service_code.',
  },
  'georeport.unknown_request': {
    status: 404,
    'zh-Hans': '没有找到这个 service_request_id，或它没有公开。',
    en: 'No request has this service_request_id, or it is not public.',
  },
  'georeport.key_needed': {
    status: 403,
    'zh-Hans': '请填有效的 api_key。',
    en: 'A valid api_key is needed.',
  },
} as const;
