/* What BioSig reads in an ISHNE or MFER file, as JSON to set beside the reader: rate in Hz, names,
   and samples in mV, a list for each channel (null where there is none). Debian: libbiosig-dev.

       cc -o biosig_ecg tests/peers/biosig_ecg.c -lbiosig && ./biosig_ecg FILE

   BioSig 2.5.0 reads an ISHNE file (which it calls experimental) from byte 4096 on, wherever the
   samples begin, so that only a file whose comments end there can be compared; and an MFER file
   only where every channel has a block length, a data type and a resolution of its own. It does not
   know Kardia's .atc. */
#include <biosig.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double millivolts(const char* unit) {
  if (!strcmp(unit, "V")) return 1e3;
  if (!strcmp(unit, "uV")) return 1e-3;
  if (!strcmp(unit, "nV")) return 1e-6;
  return 1;
}

static void print_channel(const double* samples, size_t count, double scale) {
  for (size_t t = 0; t < count; ++t) {
    if (t) putchar(',');
    if (isfinite(samples[t]))
      printf("%.9g", samples[t] * scale);
    else
      printf("null");
  }
}

int main(int argc, char** argv) {
  if (argc != 2) return fprintf(stderr, "usage: biosig_ecg FILE\n"), 2;
  HDRTYPE* hdr = sopen(argv[1], "r", NULL);
  if (!hdr || serror2(hdr)) return fprintf(stderr, "BioSig does not read %s\n", argv[1]), 1;
  const size_t count = biosig_get_number_of_samples(hdr);
  const int channels = (int)biosig_get_number_of_channels(hdr);
  double* samples = calloc(count * (size_t)channels + 1, sizeof *samples);
  sread(samples, 0, count, hdr);
  printf("{\"rate\":%.9g,\"names\":[", biosig_get_samplerate(hdr));
  for (int i = 0; i < channels; ++i)
    printf("%s\"%s\"", i ? "," : "", biosig_channel_get_label(biosig_get_channel(hdr, i)));
  printf("],\"samples\":[");
  for (int i = 0; i < channels; ++i) {
    printf("%s[", i ? "," : "");
    print_channel(samples + (size_t)i * count, count,
                  millivolts(biosig_channel_get_physdim(biosig_get_channel(hdr, i))));
    putchar(']');
  }
  puts("]}");
  free(samples);
  sclose(hdr);
  destructHDR(hdr);
  return 0;
}
