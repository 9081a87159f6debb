/**
 * A name of a file as it is sorted: by letters whatever their case, and by the size of the numbers in it, so that page 2 comes
 * before page 10. Before its digits each number has how many they are, leading zeros left out.
 */
export const toSortName = (name: string): string =>
  name.toLowerCase().replace(/0*(\d+)/gu, (_, digits: string) => String(digits.length).padStart(3, '0') + digits);
