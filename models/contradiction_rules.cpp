#include "models/contradiction_rules.h"

namespace founder {
namespace {

using Names = ContradictionRule::Names;

constexpr std::string_view afGuideline =
    "Joglar et al., ACC/AHA/ACCP/HRS guideline on atrial fibrillation, Circulation 2024;149:e1";
constexpr std::string_view svtGuideline =
    "Page et al., ACC/AHA/HRS guideline on supraventricular tachycardia, Circulation 2016;133:e506";
constexpr std::string_view bradycardiaGuideline =
    "Kusumoto et al., ACC/AHA/HRS guideline on bradycardia, Circulation 2019;140:e382";
constexpr std::string_view statements =
    "Mason et al., recommendations on the ECG, part II: statements, Circulation 2007;115:1325";
constexpr std::string_view conduction =
    "Surawicz et al., recommendations on the ECG, part III: conduction, Circulation 2009;119:e235";
constexpr std::string_view hypertrophy =
    "Hancock et al., recommendations on the ECG, part V: hypertrophy, Circulation 2009;119:e251";

const Names sinusRhythms = {"SINUS RHYTHM",
                            "NORMAL SINUS RHYTHM",
                            "SINUS BRADYCARDIA",
                            "MARKED SINUS BRADYCARDIA",
                            "SINUS TACHYCARDIA",
                            "WITH SINUS ARRHYTHMIA",
                            "WITH MARKED SINUS ARRHYTHMIA",
                            "WITH SINUS PAUSE",
                            "WITH 2ND DEGREE SA BLOCK MOBITZ I",
                            "WITH 2ND DEGREE SA BLOCK MOBITZ II"};
const Names fibrillationOrFlutter = {"ATRIAL FIBRILLATION", "ATRIAL FLUTTER"};
const Names leftAxis = {"LEFT AXIS DEVIATION", "ABNORMAL LEFT AXIS DEVIATION", "LEFTWARD AXIS"};
const Names rightAxis = {"RIGHT AXIS DEVIATION", "ABNORMAL RIGHT AXIS DEVIATION", "RIGHTWARD AXIS",
                         "RIGHT SUPERIOR AXIS DEVIATION"};

/// Findings with which no ECG is normal. Left out: what the statement libraries still call an
/// otherwise normal ECG, such as a sinus bradycardia or a first-degree AV block.
const Names clearAbnormalities = {
    "ATRIAL FIBRILLATION",
    "ATRIAL FLUTTER",
    "SUPRAVENTRICULAR TACHYCARDIA",
    "MULTIFOCAL ATRIAL TACHYCARDIA",
    "VENTRICULAR TACHYCARDIA",
    "WIDE QRS TACHYCARDIA",
    "WIDE QRS RHYTHM",
    "IDIOVENTRICULAR RHYTHM",
    "LEFT BUNDLE BRANCH BLOCK",
    "RIGHT BUNDLE BRANCH BLOCK",
    "BIFASCICULAR BLOCK",
    "RBBB AND LEFT ANTERIOR FASCICULAR BLOCK",
    "RBBB AND LEFT POSTERIOR FASCICULAR BLOCK",
    "WITH 2:1 AV CONDUCTION",
    "WITH COMPLETE HEART BLOCK",
    "WITH AV DISSOCIATION",
    "WOLFF-PARKINSON-WHITE",
    "SEPTAL INFARCT",
    "ANTERIOR INFARCT",
    "ANTEROSEPTAL INFARCT",
    "ANTEROLATERAL INFARCT",
    "LATERAL INFARCT",
    "INFERIOR INFARCT",
    "INFERIOR-POSTERIOR INFARCT",
    "POSTERIOR INFARCT",
    "ACUTE MI",
    "ACUTE MI / STEMI",
    "ANTERIOR INJURY PATTERN",
    "ANTEROLATERAL INJURY PATTERN",
    "LATERAL INJURY PATTERN",
    "INFERIOR INJURY PATTERN",
    "INFEROLATERAL INJURY PATTERN",
    "CONSIDER RIGHT VENTRICULAR INVOLVEMENT IN ACUTE INFERIOR INFARCT",
    "ACUTE PERICARDITIS",
    "LEFT VENTRICULAR HYPERTROPHY",
    "RIGHT VENTRICULAR HYPERTROPHY",
    "BIVENTRICULAR HYPERTROPHY",
    "PROLONGED QT",
    "VENTRICULAR-PACED RHYTHM",
    "AV DUAL-PACED RHYTHM",
    "ELECTRONIC VENTRICULAR PACEMAKER",
    "SUSPECT UNSPECIFIED PACEMAKER FAILURE"};

const std::initializer_list<ContradictionRule> rules = {
    {"sinus-and-fibrillation", fibrillationOrFlutter, sinusRhythms,
     "in atrial fibrillation or flutter the sinus node does not drive the atria, so that either "
     "one "
     "is wrong or the rhythm changed within this window",
     afGuideline},
    {"sinus-and-other-focus",
     {"ECTOPIC ATRIAL RHYTHM", "MULTIFOCAL ATRIAL TACHYCARDIA"},
     sinusRhythms,
     "the P waves come from the sinus node or from elsewhere in the atria, so that either one is "
     "wrong or the rhythm changed within this window",
     svtGuideline},
    {"fibrillation-and-other-focus",
     {"ATRIAL FIBRILLATION"},
     {"ECTOPIC ATRIAL RHYTHM", "MULTIFOCAL ATRIAL TACHYCARDIA"},
     "fibrillating atria give no P waves, of any focus",
     afGuideline},
    {"sinus-and-supraventricular-tachycardia",
     {"SUPRAVENTRICULAR TACHYCARDIA"},
     {"SINUS TACHYCARDIA"},
     "they are two explanations of one fast rhythm; the onset and the P waves tell them apart",
     svtGuideline},
    {"sinus-rates",
     {"SINUS BRADYCARDIA", "MARKED SINUS BRADYCARDIA"},
     {"SINUS TACHYCARDIA", "NORMAL SINUS RHYTHM"},
     "a sinus rate below the normal range is not also within or above it; measure the rate",
     bradycardiaGuideline},
    {"sinus-rates",
     {"SINUS TACHYCARDIA"},
     {"NORMAL SINUS RHYTHM"},
     "a sinus rate above 100/min is not also within the normal range; measure the rate",
     svtGuideline},
    {"no-p-wave-no-pr",
     fibrillationOrFlutter,
     {"WITH 1ST DEGREE AV BLOCK", "WITH PROLONGED AV CONDUCTION", "WITH SHORT PR"},
     "without P waves there is no PR interval to be long or short",
     afGuideline},
    {"no-p-wave-no-pr",
     {"ATRIAL FIBRILLATION"},
     {"WITH 2ND DEGREE AV BLOCK MOBITZ I", "WITH 2:1 AV CONDUCTION"},
     "without P waves no pattern of conducted and blocked ones can be seen",
     bradycardiaGuideline},
    {"no-p-wave-no-premature-one",
     fibrillationOrFlutter,
     {"PREMATURE ATRIAL COMPLEXES", "PREMATURE SUPRAVENTRICULAR COMPLEXES"},
     "in atrial fibrillation or flutter an early beat cannot be told to be a premature atrial one",
     afGuideline},
    {"no-p-wave-no-enlargement",
     fibrillationOrFlutter,
     {"LEFT ATRIAL ENLARGEMENT", "RIGHT ATRIAL ENLARGEMENT", "BIATRIAL ENLARGEMENT"},
     "the criteria for atrial enlargement are read from P waves, of which there are none",
     hypertrophy},
    {"no-p-waves-found",
     {"NO P-WAVES FOUND"},
     {"SINUS RHYTHM", "NORMAL SINUS RHYTHM", "SINUS BRADYCARDIA", "SINUS TACHYCARDIA",
      "ECTOPIC ATRIAL RHYTHM", "WITH 1ST DEGREE AV BLOCK"},
     "what the one finds absent the other is read from; look for the P waves",
     statements},
    {"complete-av-block",
     {"WITH COMPLETE HEART BLOCK"},
     {"WITH 1ST DEGREE AV BLOCK", "WITH PROLONGED AV CONDUCTION", "WITH SHORT PR",
      "WITH 2ND DEGREE AV BLOCK MOBITZ I", "WITH 2:1 AV CONDUCTION"},
     "in complete AV block no P wave is conducted, so that there is no conducted PR interval or "
     "ratio",
     bradycardiaGuideline},
    {"both-bundles",
     {"LEFT BUNDLE BRANCH BLOCK"},
     {"RIGHT BUNDLE BRANCH BLOCK", "INCOMPLETE RIGHT BUNDLE BRANCH BLOCK",
      "RBBB AND LEFT ANTERIOR FASCICULAR BLOCK", "RBBB AND LEFT POSTERIOR FASCICULAR BLOCK"},
     "one QRS complex is not conducted late by both bundle branches; if they alternate, that is "
     "urgent in itself",
     conduction},
    {"complete-and-incomplete",
     {"LEFT BUNDLE BRANCH BLOCK"},
     {"INCOMPLETE LEFT BUNDLE BRANCH BLOCK"},
     "a QRS of 120 ms or more is complete block, a shorter one incomplete; measure the QRS",
     conduction},
    {"complete-and-incomplete",
     {"RIGHT BUNDLE BRANCH BLOCK"},
     {"INCOMPLETE RIGHT BUNDLE BRANCH BLOCK"},
     "a QRS of 120 ms or more is complete block, a shorter one incomplete; measure the QRS",
     conduction},
    {"left-bundle-and-fascicle",
     {"LEFT BUNDLE BRANCH BLOCK"},
     {"LEFT ANTERIOR FASCICULAR BLOCK", "LEFT POSTERIOR FASCICULAR BLOCK"},
     "block of one left fascicle is defined by a QRS under 120 ms, the rest of the left bundle "
     "conducting",
     conduction},
    {"both-fascicles",
     {"LEFT ANTERIOR FASCICULAR BLOCK", "RBBB AND LEFT ANTERIOR FASCICULAR BLOCK"},
     {"LEFT POSTERIOR FASCICULAR BLOCK", "RBBB AND LEFT POSTERIOR FASCICULAR BLOCK"},
     "the one turns the axis to the left, the other to the right; measure the axis",
     conduction},
    {"named-and-nonspecific-block",
     {"LEFT BUNDLE BRANCH BLOCK", "RIGHT BUNDLE BRANCH BLOCK"},
     {"NONSPECIFIC INTRAVENTRICULAR CONDUCTION DELAY", "NONSPECIFIC INTRAVENTRICULAR BLOCK"},
     "a conduction delay is called nonspecific where it is neither bundle branch block",
     conduction},
    {"axis", leftAxis, rightAxis, "the frontal axis points one way; measure it in I and aVF",
     conduction},
    {"axis-and-fascicle",
     {"LEFT ANTERIOR FASCICULAR BLOCK", "RBBB AND LEFT ANTERIOR FASCICULAR BLOCK"},
     {"RIGHT AXIS DEVIATION", "ABNORMAL RIGHT AXIS DEVIATION", "RIGHTWARD AXIS"},
     "left anterior fascicular block is defined by an axis of -45 to -90 degrees",
     conduction},
    {"axis-and-fascicle",
     {"LEFT POSTERIOR FASCICULAR BLOCK", "RBBB AND LEFT POSTERIOR FASCICULAR BLOCK"},
     leftAxis,
     "left posterior fascicular block is defined by an axis of 90 to 180 degrees",
     conduction},
    {"voltage",
     {"LOW VOLTAGE QRS"},
     {"VOLTAGE CRITERIA FOR LEFT VENTRICULAR HYPERTROPHY"},
     "the QRS is low in all leads or high enough for a voltage criterion; check the gain",
     hypertrophy},
    {"classification",
     {"ABNORMAL ECG"},
     {"NORMAL ECG", "BORDERLINE ECG"},
     "an ECG is classified once: as normal, borderline or abnormal",
     statements},
    {"classification",
     {"NORMAL ECG"},
     {"BORDERLINE ECG"},
     "an ECG is classified once: as normal, borderline or abnormal",
     statements},
    {"normal-and-abnormality",
     clearAbnormalities,
     {"NORMAL ECG"},
     "with this finding an ECG is not normal",
     statements},
};

}  // namespace

std::initializer_list<ContradictionRule> contradictionRules() { return rules; }

}  // namespace founder
