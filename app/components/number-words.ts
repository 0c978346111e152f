/** "1,234": as every page of the house spells a number, the server and each browser alike. */
export function numberInWords(number: number): string {
  return number.toLocaleString("en");
}
