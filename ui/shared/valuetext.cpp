// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/valuetext.h"

#include <QResizeEvent>

#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

ValueText::ValueText(const QString &text, QWidget *parent)
    : QTextEdit(parent)
{
    setProperty("look", u"value"_s);
    setReadOnly(true);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setPlainText(text);
}

int ValueText::wantedHeight() const
{
    return int(std::ceil(document()->size().height()));
}

QSize ValueText::sizeHint() const
{
    return { 160, wantedHeight() };
}

QSize ValueText::minimumSizeHint() const
{
    return { 40, wantedHeight() };
}

// The height follows from the width: told to the layout once it changed.
void ValueText::resizeEvent(QResizeEvent *event)
{
    const int before = wantedHeight();
    QTextEdit::resizeEvent(event);
    if (wantedHeight() != before || height() != wantedHeight())
        updateGeometry();
}

} // namespace falconer
