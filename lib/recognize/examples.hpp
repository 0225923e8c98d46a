// Runs the sentences that rule files carry as tests of their rules for mentions.
#pragma once

#include <dossier/diagnostics.hpp>
#include <dossier/schema.hpp>

#include "recognize/recognize.hpp"

namespace dossier::recognize {

/// Runs every example of the rules of stage names. An example fails when its rule does not give the brackets of its
/// type, or gives a mention that lies inside none of them (inside, the larger one wins); a counter-example when its
/// rule gives anything, or, where it has brackets, one of them. Each failure is an error "rules.example" with the
/// rule's file and the example's line.
void test_examples(const Recognizers& recognizers, const Schema& schema, Diagnostics& problems);

}  // namespace dossier::recognize
