import { z } from 'zod';
import type { PublicationContent } from '#domain/disclosure/content.js';
import { day, sentence } from './fields.js';

export const publicationForm = z
  .strictObject({ place: sentence, publishedOn: day })
  .meta({ id: 'PublicationContent' }) satisfies z.ZodType<PublicationContent>;
