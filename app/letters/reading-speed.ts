/**
 * Silent reading of English: Brysbaert, "How many words do we read per minute?", 2019, non-fiction. Other languages:
 * Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance", 2012, the mean of 17 languages.
 */
export const WORDS_A_MINUTE = { english: 238, others: 184 } as const;
