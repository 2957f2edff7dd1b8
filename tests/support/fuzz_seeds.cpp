#include "tests/support/fuzz_seeds.h"

#include "preprocess/formats/aecg/aecg.h"
#include "preprocess/formats/apple.h"
#include "preprocess/formats/atc/atc.h"
#include "preprocess/formats/contec/contec.h"
#include "preprocess/formats/dicom/dicom.h"
#include "preprocess/formats/edf.h"
#include "preprocess/formats/ishne/ishne.h"
#include "preprocess/formats/json/json.h"
#include "preprocess/formats/mat/mat.h"
#include "preprocess/formats/mfer/mfer.h"
#include "preprocess/formats/mortara/mortara.h"
#include "preprocess/formats/muse/muse.h"
#include "preprocess/formats/npy/npy.h"
#include "preprocess/formats/polar.h"
#include "preprocess/formats/schiller/schiller.h"
#include "preprocess/formats/scp/scp.h"
#include "preprocess/formats/sierra/sierra.h"

namespace ecg::test {

std::vector<FormatSeeds> formatSeeds() {
  return {{edfFormat, "fuzz_edf", edfSeeds()},
          {dicomFormat, "fuzz_dicom", dicomSeeds()},
          {scpFormat, "fuzz_scp", scpSeeds()},
          {aecgFormat, "fuzz_aecg", aecgSeeds()},
          {museFormat, "fuzz_muse", museSeeds()},
          {sierraFormat, "fuzz_sierra", sierraSeeds()},
          {mortaraFormat, "fuzz_mortara", mortaraSeeds()},
          {schillerFormat, "fuzz_schiller", schillerSeeds()},
          {ishneFormat, "fuzz_ishne", ishneSeeds()},
          {mferFormat, "fuzz_mfer", mferSeeds()},
          {atcFormat, "fuzz_atc", atcSeeds()},
          {contecFormat, "fuzz_contec", contecSeeds()},
          {npyFormat, "fuzz_npy", npySeeds()},
          {matFormat, "fuzz_mat", matSeeds()},
          {jsonFormat, "fuzz_json", jsonSeeds()},
          {appleFormat, "fuzz_wearables", appleSeeds()},
          {polarFormat, "fuzz_wearables", polarSeeds()}};
}

}  // namespace ecg::test
